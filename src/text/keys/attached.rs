//! Files that are attached, and the pack of a self-assessment.

use super::{Key, Words, sentences};

sentences! {
    Attach: "附件", "Attach files";
    AttachTo: "附上文件：{name}", "Attach files: {name}";
    AttachedListOf: "附件：{name}", "Files attached: {name}";
    AttachedDetail: "{size} · {time}", "{size} · {time}";
    AttachedShow: "查看 {name}", "View {name}";
    AttachedPage: "在新页打开 {name}", "Open {name} in a new tab";
    AttachedSave: "下载 {name}", "Download {name}";
    AttachedRemove: "移除", "Remove";
    AttachedRemoveName: "移除 {name}", "Remove {name}";
    AttachedRemoved: "已移除，一天内可以恢复", "Removed; can be restored for a day";
    AttachedRestoreName: "恢复 {name}", "Restore {name}";
    AttachedEraseName: "彻底删除 {name}", "Delete {name} for good";
    AttachedOfMeters: "水表的附件", "Files of meters";
    AttachedOfMetersLead: "校验证书、照片、抄表单等，附在各表名下；表格里的行先填，这里才有。", "Certificates, photographs and readings, each with its meter; a meter is listed here once its row is in the table.";
    AttachedOfNote: "{item} · 说明", "{item} · note";
    AttachEmpty: "“{name}”是空文件，没有附上；请检查原文件后再试。", "“{name}” is empty and was not attached; look at the file and try again.";
    AttachTooLarge: "“{name}”有 {size}，单个文件不超过 {most}；请压缩或拆分后再附。", "“{name}” is {size}, and a file may be {most} at most; make it smaller or split it, then attach it again.";
    AttachUnreadable: "读不了“{name}”，没有附上：它可能是文件夹、已移走或正被占用；请检查后再试。", "“{name}” could not be read and was not attached: it may be a folder, have been moved or be in use; look at it and try again.";
    AttachFull: "浏览器的空间不够，“{name}”没有附上。请移除用不到的附件或账本，腾出磁盘空间后再试。", "The browser has no room left, and “{name}” was not attached. Take away files or ledgers that are not needed, free some disk space, and try again.";
    AttachBlocked: "这个浏览器不让网页存文件（可能是无痕窗口，或禁用了网站数据），“{name}”没有附上。请换普通窗口或允许网站数据；也可以只填文件名，文件另存。", "This browser lets no page keep files (a private window, or site data are forbidden), and “{name}” was not attached. Use an ordinary window or allow site data; or type the file's name here and keep the file elsewhere.";
    AttachedGone: "“{name}”取不出来：可能已在别的窗口删除，或浏览器清理了网站数据。请重新附上。", "“{name}” cannot be got: it may have been deleted in another window, or the browser cleared the site's data. Attach it again.";
    AttachedFailed: "没有做成：浏览器没有存下。附件没有变化；请稍后再试。", "Not done: the browser did not store it. No file has changed; try again later.";
    AttachedLeftOut: "账本文件已导出；附件（{count} 个，{size}）不在其中。要连附件一起带走，请到自评表下载自评材料包，或逐个下载。", "The ledger is exported; the files attached to it ({count}, {size}) are not in that file. To take them along, download the self-assessment pack at the form, or each file by itself.";
    AttachedInLedger: "附件 {count} 个，{size}", "Files attached: {count}, {size}";
    AttachedNotMerged: "附件不随并入的内容过来，仍在原账本里。", "Files that are attached stay with the other ledger and are not taken in.";

    // The pack
    Pack: "自评材料包 .zip", "Self-assessment pack (.zip)";
    PackLead: "自评表、工作簿、清单，和按项目编号归好的附件", "The form, the workbook, a list, and the attached files by item";
    PackWriting: "正在打包自评材料…", "Packing the self-assessment…";
    PackWritten: "材料包已生成：附件 {count} 个；{missing} 项佐证还没有附件，见清单。", "The pack is ready. Files attached: {count}. Evidence without a file: {missing}; see the list.";
    PackWrittenWithout: "材料包已生成，但 {names} 取不出来，没有放进去；请重新附上再打包。", "The pack is ready, but {names} could not be got and is not in it; attach it again and pack anew.";
    PackUnread: "这个浏览器不让读取附件，没有打包。请换普通窗口或允许网站数据后再试；自评表和工作簿可以分别打印、导出。", "This browser does not let the attached files be read, and nothing was packed. Use an ordinary window or allow site data and try again; the form can be printed and the workbook exported by themselves.";
    PackFailed: "没有打成包：内存可能不够。请关掉别的页面再试，或移除几个大的附件。", "The pack was not made: there may be too little memory. Close other pages and try again, or take away some large files.";
    PackName: "{unit}_自评材料包", "{unit}_self-assessment";
    PackForm: "自评表", "Form";
    PackBook: "工作簿", "Workbook";
    PackList: "清单", "List";
    PackPrerequisite: "前提{number}", "Prerequisite {number}";
    PackMeter: "水表", "Meter";
    PackOther: "其他", "Other";
    PackColumnFiles: "附件（在材料包中）", "Files in the pack";
    PackColumnMissing: "附件情况", "Files";
    PackHas: "有", "There";
    PackLacks: "缺", "Missing";
    PackReadyLacks: "标为齐备，但没有附件", "Said to be ready, but no file is attached";
    PackUnreadable: "取不出来", "Could not be got";
}
