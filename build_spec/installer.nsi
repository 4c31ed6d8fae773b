; The installer for Windows: for one user, without administrator rights. Called by build_windows.py, which defines
; VERSION, VERSION_NUMBERS, BUNDLE, ICON, KILOBYTES and OUTPUT, and TARGET where the stub is not the usual one.
;
; The data folder (%LOCALAPPDATA%\So CCHC) is never touched: a new version finds it, removing the program leaves it.

Unicode true
; NSIS for Windows brings 32-bit stubs only, which run everywhere; Wine without its 32-bit half needs the other kind.
!ifdef TARGET
  Target ${TARGET}
!endif
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!define NAME "Sổ CCHC"
!define FOLDER "So CCHC"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\so-cchc"

Name "${NAME}"
Caption "Cài đặt ${NAME} ${VERSION}"
UninstallCaption "Gỡ ${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
Icon "${ICON}"
UninstallIcon "${ICON}"
InstallDir "$LOCALAPPDATA\Programs\${FOLDER}"
InstallDirRegKey HKCU "Software\so-cchc" "Folder"
ShowInstDetails hide
ShowUninstDetails hide

VIProductVersion "${VERSION_NUMBERS}"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "FileDescription" "Bộ cài ${NAME}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "MIT"

!include "MUI2.nsh"
!include "LogicLib.nsh"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING

!define MUI_WELCOMEPAGE_TITLE "Cài đặt ${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Chương trình được cài cho riêng người dùng này, không cần quyền quản trị.$\r$\n$\r$\nNếu máy đã có bản cũ, bản mới sẽ thay bản cũ; dữ liệu đã nhập được giữ nguyên.$\r$\n$\r$\nVui lòng đóng ${NAME} nếu đang mở, rồi bấm Tiếp theo."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "Đã cài xong ${NAME}"
!define MUI_FINISHPAGE_TEXT "Mở chương trình từ menu Start, mục ${NAME}.$\r$\n$\r$\nDữ liệu được lưu tại:$\r$\n$LOCALAPPDATA\${FOLDER}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\so-cchc.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Mở ${NAME} ngay"
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "Đã gỡ ${NAME}"
!define MUI_FINISHPAGE_TEXT "Dữ liệu đã nhập vẫn được giữ tại:$\r$\n$LOCALAPPDATA\${FOLDER}$\r$\n$\r$\nCài lại chương trình là dùng tiếp được dữ liệu này. Nếu không cần nữa, có thể tự xóa thư mục đó."
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Vietnamese"

; The program must be closed: its files cannot be replaced while they are in use. What is in the way is said
; before anything is changed. A silent run stops with status 2.
!macro STOP_IF_RUNNING
  IfFileExists "$INSTDIR\so-cchc.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\so-cchc.exe" a
  IfErrors 0 close
  MessageBox MB_OK|MB_ICONEXCLAMATION "${NAME} đang mở. Vui lòng đóng chương trình rồi làm lại." /SD IDOK
  SetErrorLevel 2
  Quit
close:
  FileClose $0
free:
!macroend

!macro REMOVE_PROGRAM
  ; only what was installed: someone may have chosen a folder with files of his own
  ; every version that an update has put here has a folder and a copy of its program
  FindFirst $0 $1 "$INSTDIR\_internal*"
  ${DoWhile} $1 != ""
    RMDir /r "$INSTDIR\$1"
    FindNext $0 $1
  ${Loop}
  FindClose $0
  Delete "$INSTDIR\so-cchc-*.exe"
  Delete "$INSTDIR\so-cchc*.part"
  Delete "$INSTDIR\cap-nhat.*"
  Delete "$INSTDIR\so-cchc.exe"
  Delete "$INSTDIR\so-cchc-cli.exe"
!macroend

Section "install"
  !insertmacro STOP_IF_RUNNING
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\so-cchc.exe"
  WriteRegStr HKCU "Software\so-cchc" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\so-cchc.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro STOP_IF_RUNNING
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\so-cchc"
SectionEnd
