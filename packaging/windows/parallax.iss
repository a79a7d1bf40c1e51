; The installer, by Inno Setup 6: iscc /DVersion=X.Y.Z /DRoot=FOLDER parallax.iss; see build.ps1.
; For one person without asking for an administrator; for everybody where the installer is told so.

[Setup]
AppId={{6E6B1C0A-6E2C-4B0D-9B6E-2F9D6A7C41E5}
AppName=Parallax
AppVersion={#Version}
AppPublisher=The Parallax developers
AppPublisherURL=https://github.com/parallax-reader/parallax
DefaultDirName={autopf}\Parallax
DefaultGroupName=Parallax
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile={#Root}\LICENSE
OutputDir={#Root}\dist
OutputBaseFilename=Parallax-{#Version}-setup
SetupIconFile={#Root}\build\icons\parallax.ico
UninstallDisplayIcon={app}\parallax.exe
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
ChangesEnvironment=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.Path=Add the command line (parallax-cli) to the PATH
de.Path=Die Befehlszeile (parallax-cli) in den PATH aufnehmen
es.Path=Añadir la línea de órdenes (parallax-cli) al PATH
en.Story=Parallax story
de.Story=Parallax-Ereignis
es.Story=Suceso de Parallax
en.Backup=Parallax library backup
de.Backup=Sicherung einer Parallax-Bibliothek
es.Backup=Copia de seguridad de Parallax

[Tasks]
Name: "path"; Description: "{cm:Path}"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Root}\dist\parallax\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Parallax"; Filename: "{app}\parallax.exe"
Name: "{autodesktop}\Parallax"; Filename: "{app}\parallax.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.parallax-story"; ValueType: string; ValueData: "Parallax.Story"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Parallax.Story"; ValueType: string; ValueData: "{cm:Story}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Parallax.Story\DefaultIcon"; ValueType: string; ValueData: "{app}\parallax.exe,0"
Root: HKA; Subkey: "Software\Classes\Parallax.Story\shell\open\command"; ValueType: string; ValueData: """{app}\parallax.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.parallax-backup"; ValueType: string; ValueData: "Parallax.Backup"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Parallax.Backup"; ValueType: string; ValueData: "{cm:Backup}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Parallax.Backup\DefaultIcon"; ValueType: string; ValueData: "{app}\parallax.exe,0"
Root: HKA; Subkey: "Software\Classes\Parallax.Backup\shell\open\command"; ValueType: string; ValueData: """{app}\parallax.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\parallax.exe\shell\open\command"; ValueType: string; ValueData: """{app}\parallax.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NeedsPath

[Run]
Filename: "{app}\parallax.exe"; Description: "{cm:LaunchProgram,Parallax}"; Flags: nowait postinstall skipifsilent

[Code]
function NeedsPath: Boolean;
var
  Known: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Known) then
    Known := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Known) + ';') = 0;
end;
