//! Installing Debian packages, where the machine is a Debian one.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use crate::project::{Project, answer, find_program, run_quietly};

/// Whether packages can be installed here: apt is there, and so is the right to use it.
pub fn available(project: &Project) -> bool {
    Path::new("/etc/debian_version").is_file()
        && find_program("apt-get").is_some()
        && (is_root(project) || find_program("sudo").is_some())
}

/// Installs packages, or brings them up to date.
pub fn install(project: &Project, packages: &[&str]) -> Result<(), String> {
    // The lists are read anew, once: a machine's own lists may be missing or name versions that are gone.
    static LISTS: OnceLock<Result<(), String>> = OnceLock::new();
    LISTS.get_or_init(|| run_quietly(apt(project).arg("update"))).clone()?;
    run_quietly(apt(project).args(["install", "-y", "--no-install-recommends"]).args(packages))
}

/// A command with the rights of the administrator.
pub fn as_root(project: &Project, program: &str) -> Command {
    if is_root(project) {
        project.command(program)
    } else {
        let mut command = project.command("sudo");
        command.arg(program);
        command
    }
}

/// apt-get which asks nothing and waits for another apt-get to finish.
fn apt(project: &Project) -> Command {
    let mut command = as_root(project, "env");
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]);
    command
}

/// Whether this process is the administrator's.
fn is_root(project: &Project) -> bool {
    static ROOT: OnceLock<bool> = OnceLock::new();
    *ROOT.get_or_init(|| answer(project.command("id").arg("-u")).as_deref() == Some("0"))
}
