//! Ledgers of this browser: the list, copies, the bin, merging, links.

use super::{Key, Words, sentences};

sentences! {
    LedgersTitle: "账本", "Ledgers";
    LedgersLead: "账本只存在这个浏览器里。要换机器、交给别人或长期保存，请导出文件。", "Ledgers are kept in this browser alone. To change machines, hand one on or keep it for years, export a file.";

    // The open one
    LedgerOwn: "打开着的账本", "The open ledger";
    LedgerOwnPrinted: "印在每份报告的封面上。", "Printed on the cover of every report.";
    LedgerExported: "上次导出文件：{time}", "Last exported as a file: {time}";
    LedgerNeverExported: "还没有导出过文件。", "Never exported as a file.";

    // All of them
    LedgersHere: "这个浏览器里的账本", "Ledgers in this browser";
    LedgerNew: "新建账本", "New ledger";
    LedgerUntitled: "未命名账本", "Unnamed ledger";
    LedgerOpen: "打开", "Open";
    LedgerIsOpen: "已打开", "Open now";
    LedgerDuplicate: "复制", "Duplicate";
    LedgerRename: "改名", "Rename";
    LedgerDelete: "删除", "Delete";
    LedgerMerge: "并入…", "Take in…";
    LedgerActionOf: "{action}：{title}", "{action}: {title}";
    LedgerCopyOf: "{title}（副本）", "{title} (copy)";
    LedgerFromBackup: "{title}（备份 {time}）", "{title} (backup of {time})";
    LedgerColumnName: "名称", "Name";
    LedgerColumnHolds: "内容", "Holds";
    LedgerColumnChanged: "最后改动", "Last change";
    LedgerColumnSize: "大小", "Size";
    LedgerColumnActions: "操作", "Actions";
    LedgerNothing: "空的", "Nothing";
    LedgerYears: "灌溉 {count} 个年度", "Irrigation, years: {count}";
    LedgerPeriods: "工业 {count} 个时段", "Industry, periods: {count}";
    LedgerReviews: "自评 {count} 份", "Self-assessments: {count}";
    LedgerPlans: "改造 {count} 个方案", "Retrofits, plans: {count}";
    LedgerRubrics: "自有标准 {count} 个", "Own rubrics: {count}";
    LedgerUnreadable: "打不开：{reason}", "Cannot be opened: {reason}";
    LedgerDeleted: "《{title}》已放进回收站，保留 30 天。", "“{title}” is in the bin and stays there for 30 days.";
    LedgerDuplicated: "已复制为《{title}》。", "Duplicated as “{title}”.";
    LedgerFailed: "没有做成：浏览器没有存下。账本没有变化。", "Not done: the browser did not store it. No ledger has changed.";
    LedgerUnsaved: "打开着的账本还有没存下的改动，先不换。请稍候或导出。", "The open ledger has changes that are not saved yet, so it stays open. Wait a moment, or export it.";
    LedgerLost: "这个浏览器里保存过的账本不见了，可能是浏览器清理了网站数据。「账本」页可能还有备份；也可以导入以前导出的文件。", "A ledger that was saved in this browser is gone; the browser may have cleared the site's data. The page “Ledgers” may still have a copy, and a file exported earlier can be imported.";

    // Bin
    LedgerBin: "回收站", "Bin";
    LedgerBinDays: "还保留 {days} 天", "{days} days left";
    LedgerRestore: "恢复", "Restore";
    LedgerErase: "彻底删除", "Delete for good";

    // Copies
    BackupsTitle: "备份", "Copies";
    BackupsLead: "每小时、换用别的内容之前、程序升级之前自动留一份：一天内的都留，一个月内每天一份，更早每月一份。", "Made every hour of work, before something takes the place of a ledger and before an upgrade: all of a day are kept, one a day for a month, one a month before that.";
    BackupNow: "现在备份", "Make a copy now";
    BackupMade: "已备份。", "A copy is made.";
    BackupNone: "还没有备份。", "There is no copy yet.";
    BackupColumnMade: "时间", "Made";
    BackupColumnReason: "缘由", "Why";
    BackupHourly: "每小时", "Every hour";
    BackupReplaced: "被换掉之前", "Before it was replaced";
    BackupUpgraded: "程序升级之前", "Before an upgrade";
    BackupAsked: "手动", "By hand";
    BackupRestored: "已恢复 {time} 的内容；可撤销。", "The content of {time} is back; undo goes forward again.";
    BackupRestoredAside: "已恢复为单独的账本《{title}》。", "Restored as a ledger of its own, “{title}”.";
    BackupDamaged: "这份备份已损坏，读不出来。", "This copy is damaged and cannot be read.";

    // Merging
    MergeTitle: "把《{title}》的内容并入打开着的账本", "Take sheets of “{title}” into the open ledger";
    MergeSheet: "作为新的一张", "As a sheet of its own";
    MergeBeside: "同一时段已有一张，两张并列", "Beside one of the same period";
    MergeRenamed: "同名单位已有这一年，改名为“{name}”", "The unit of this name has that year: called “{name}”";
    MergeJoined: "{count} 行加到已有的同一年", "{count} rows added to the same year";
    MergeJoinedRenamed: "{count} 行加到已有的同一年；重名改为：{names}", "{count} rows added to the same year; names that are taken become: {names}";
    MergeNoSheets: "这本账没有可并入的表。", "This ledger has no sheets to take in.";
    MergeDo: "并入选中的 {count} 张", "Take in {count}";
    MergeDone: "已并入 {count} 张；可撤销。", "{count} taken in; undo takes them away.";
    Cancel: "取消", "Cancel";

    // Links
    ShareTitle: "用链接分享", "Share by a link";
    ShareLead: "链接里就是数据本身，不经过服务器；谁拿到链接谁就能看到。", "The link is the data itself and passes no server; whoever has the link sees them.";
    ShareWhat: "分享什么", "What";
    ShareAll: "整本账", "The whole ledger";
    ShareWithoutNames: "不带单位、人名和备注", "Without organisations, persons and notes";
    ShareMake: "生成链接", "Make the link";
    ShareLink: "链接", "Link";
    ShareCopy: "复制链接", "Copy the link";
    ShareCopied: "链接已复制。", "The link is copied.";
    ShareCopyFailed: "浏览器不让复制；请在框里选中后复制。", "The browser does not let it be copied; select it in the box and copy it there.";
    ShareLength: "{count} 个字符", "{count} characters";
    ShareLong: "{count} 个字符：有的邮件和聊天程序会把它截断，建议改用文件。", "{count} characters: some programs for mail and chat cut it; a file is safer.";
    ShareTooLong: "内容太多，做不成链接；请导出文件。", "Too much for a link; export a file.";
    ShareNoCode: "二维码放不下这么长的链接。", "The link is longer than a QR code holds.";
    LinkTitle: "别人分享的账本", "A ledger that was shared";
    LinkQuestion: "还没有动你的账本。要怎么办？", "No ledger of yours has been touched. What is to be done?";
    LinkOpen: "作为新账本打开", "Open as a ledger of its own";
    LinkMerge: "并入打开着的账本…", "Take sheets into the open ledger…";
    LinkLeave: "不打开", "Leave it";
    LinkBroken: "这个链接不完整或已损坏：可能在转发时被截断了。请让对方重发，或改用文件。", "This link is incomplete or damaged; it may have been cut on its way. Ask for it again, or for a file.";
    LinkNewer: "这个链接是更新版本的程序生成的，这里读不了。请重新载入本页，或让对方导出文件。", "A newer version of the program made this link, which cannot be read here. Load the page again, or ask for a file.";
    LinkTooLong: "这个链接超过 {limit} 个字符，不读取。请让对方导出文件。", "This link has more than {limit} characters and is not read. Ask for a file.";

    // Where they are kept
    StorageTitle: "保存情况", "How they are kept";
    StoragePersistent: "浏览器答应不自动清理本站的数据。", "The browser has promised not to clear this site's data by itself.";
    StorageBestEffort: "磁盘紧张时浏览器可能清理本站的数据；请不时导出文件。", "When disk space is short the browser may clear this site's data; export a file now and then.";
    StorageUsed: "已用 {used}，可用约 {quota}。", "{used} used, about {quota} to be had.";
    StorageNearlyFull: "浏览器给本站的空间快满了（已用 {used}，共约 {quota}）。请导出文件，或删去不用的账本与备份。", "The space that the browser gives this site is nearly full ({used} of about {quota}). Export a file, or delete ledgers and copies that are not needed.";
    ReminderText: "这本账有一阵没有导出文件了。文件不怕浏览器清理数据。", "This ledger has not been exported for a while. A file survives what clears the browser's data.";
    ReminderLater: "以后再说", "Later";
    ReminderOff: "不再提醒", "Never remind me";
    ReminderSwitch: "提醒我导出文件", "Remind me to export a file";
    SizeKilobytes: "{size} kB", "{size} kB";
    SizeMegabytes: "{size} MB", "{size} MB";
    SizeGigabytes: "{size} GB", "{size} GB";
}
