// SPDX-License-Identifier: MIT
#include "gui/style.h"

#include <fmt/format.h>
#include <gtk/gtk.h>
#include <wx/anybutton.h>
#include <wx/settings.h>

#include <map>
#include <utility>

#include "base/text.h"

namespace kinescript {
namespace {

Tokens current;
double scale = 1;

// Whole ones: wx drops what is behind the point when it draws, not when it measures. `size` in
// pixels of 1/96 inch.
int points(double size) { return static_cast<int>(size * 0.75 * scale + 0.5); }

// Values of the design's token table; its light column was checked by the WCAG formula.
Tokens read_tokens(bool dark) {
  const auto pick = [dark](const char* light, const char* in_dark) {
    return wxColour(dark ? in_dark : light);
  };
  Tokens t;
  t.window = pick("#F3F4F4", "#242829");
  t.pane = pick("#FFFFFF", "#1C2021");
  t.text = pick("#1B2529", "#E9EDEE");
  t.text2 = pick("#4C595F", "#AEB9BE");
  t.hint = pick("#5F6C72", "#98A4A9");
  t.line = pick("#D6DBDD", "#3A4144");
  t.control = pick("#838F95", "#7E8B90");
  t.accent = pick("#0B6468", "#5EC0BE");
  t.accent_bg = pick("#E3F1F0", "#12393A");
  t.on_accent = pick("#FFFFFF", "#06282A");
  t.selection = pick("#D2E8E7", "#174A4B");
  t.danger = pick("#A3161E", "#FF9C97");
  t.danger_bg = pick("#FDEEED", "#40191A");
  t.danger_line = pick("#EBB9B7", "#7A3336");
  t.warning = pick("#734700", "#FFCF80");
  t.warning_bg = pick("#FFF4DC", "#3B2C0E");
  t.warning_line = pick("#E3C47E", "#7A5D21");
  t.ok = pick("#1B6537", "#8FD5A6");
  t.ok_bg = pick("#E7F3EA", "#163322");
  t.desk = pick("#D0D5D8", "#14181A");
  return t;
}

std::string hex(const wxColour& colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.Red(), colour.Green(), colour.Blue());
}

// Only classes, so that no other control is touched, but for a password's sign: a bullet (GTK's own
// sign is in few fonts, and every entry that is made would look for it in all of them). {N} is a
// length that grows with the font, [N] a font's size.
constexpr const char* kSheet = R"(
entry { -GtkEntry-invisible-char: 8226; }
entry.ks { min-height: {28}; padding: 0 {8}; border: 1px solid $control; border-radius: {5};
  box-shadow: none; background: $pane; color: $text; font-size: [14]; }
entry.ks:focus { border-color: $accent; box-shadow: inset 0 0 0 1px $accent; }
entry.ks.cell { min-height: {24}; min-width: 0; padding: 0 {2}; font-weight: bold;
  font-feature-settings: "tnum"; border-radius: {4}; }
entry.ks.changed { background: $accent_bg; border-color: $accent; }
entry.ks.bad { border-color: $danger; box-shadow: inset 0 0 0 1px $danger; }
entry.ks selection { background-color: $accent; color: $on_accent; }
button.ks { min-height: {24}; min-width: 0; padding: 0 {8}; margin: 0; border: 1px solid $control;
  border-radius: {5}; background: $pane; box-shadow: none; text-shadow: none; color: $text;
  font-size: [13]; font-weight: normal; transition: none; }
button.ks:hover { background: $accent_bg; }
button.ks:focus { outline: 2px solid $accent; outline-offset: -4px; }
button.ks:disabled { border-color: $line; color: $hint; }
button.ks.primary { background: $accent; border-color: $accent; color: $on_accent;
  font-weight: bold; padding: 0 {14}; }
button.ks.primary:focus { outline-color: $on_accent; }
button.ks.danger { background: $pane; border-color: $danger; color: $danger; font-weight: bold; }
button.ks.danger:disabled { border-color: $line; color: $hint; }
button.ks.danger:focus { outline-color: $danger; }
button.ks.flat { border-color: transparent; background: transparent; padding: 0 {3}; }
button.ks.tile { min-height: {56}; padding: 0 {6}; }
button.ks.tile.on { background: $accent_bg; border: 2px solid $accent; font-weight: bold; }
button.ks.side { font-weight: bold; padding: 0 {2}; }
button.ks.who { font-size: [15]; font-weight: bold; padding: 0 {12}; }
button.ks.tag-danger { background: $danger_bg; border-color: $danger_line; color: $danger;
  font-weight: bold; font-size: [12.5]; }
button.ks.tag-warning { background: $warning_bg; border-color: $warning_line; color: $warning;
  font-weight: bold; font-size: [12.5]; }
combobox.ks button { min-height: {24}; padding: 0 {6}; font-size: [13]; border: 1px solid $control;
  border-radius: {5}; background: $pane; box-shadow: none; color: $text; }
)";

std::string sheet() {
  std::string css = kSheet;
  const std::pair<const char*, const wxColour*> kColours[] = {
      {"$control", &current.control},
      {"$accent_bg", &current.accent_bg},
      {"$on_accent", &current.on_accent},
      {"$accent", &current.accent},
      {"$pane", &current.pane},
      {"$text", &current.text},
      {"$hint", &current.hint},
      {"$line", &current.line},
      {"$danger_bg", &current.danger_bg},
      {"$danger_line", &current.danger_line},
      {"$danger", &current.danger},
      {"$warning_bg", &current.warning_bg},
      {"$warning_line", &current.warning_line},
      {"$warning", &current.warning}};
  for (const auto& [name, colour] : kColours) css = replace_all(css, name, hex(*colour));
  for (const double length : {2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 12.0, 14.0, 24.0, 28.0, 56.0})
    css = replace_all(css, "{" + number(length) + "}", number(length * scale) + "px");
  for (const double size : {12.5, 13.0, 14.0, 15.0})
    css = replace_all(css, "[" + number(size) + "]", fmt::format("{}pt", points(size)));
  return css;
}

void load_sheet() {
  static GtkCssProvider* provider = nullptr;
  if (!provider) {
    provider = gtk_css_provider_new();
    // One above wx's own providers on single widgets (padding, colours), which would win otherwise.
    gtk_style_context_add_provider_for_screen(gdk_screen_get_default(),
                                              GTK_STYLE_PROVIDER(provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  }
  gtk_css_provider_load_from_data(provider, sheet().c_str(), -1, nullptr);
}

// Null: the window's own widget takes the focus.
GtkWidget* scrolled_part(wxWindow* window) {
  GtkWidget* frame = window->GetHandle();
  return GTK_IS_SCROLLED_WINDOW(frame) ? gtk_bin_get_child(GTK_BIN(frame)) : nullptr;
}

const char* outline(const std::string& name) {
  static const std::map<std::string, const char*> kOutlines = {
      {"undo", "M5.5 3L2.5 6l3 3M2.5 6h7a3.5 3.5 0 0 1 0 7H6"},
      {"redo", "M10.5 3l3 3-3 3M13.5 6h-7a3.5 3.5 0 0 0 0 7H10"},
      {"print", "M4.5 6V2h7v4M4.5 11H2.5V6h11v5h-2M4.5 9.5h7V14h-7z"},
      {"remove", "M4 4l8 8M12 4l-8 8"},
      {"add", "M8 2.5v11M2.5 8h11"},
      {"down", "M4 6l4 4 4-4"}};
  return kOutlines.at(name);
}

}  // namespace

void load_style() {
  current = read_tokens(wxSystemSettings::GetAppearance().IsDark());
  scale = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT).GetFractionalPointSize() / 11;
  load_sheet();
}

const Tokens& tokens() { return current; }

int px(double length) { return static_cast<int>(length * scale + 0.5); }

const wxFont& font(double size, bool bold) {
  static std::map<std::pair<int, bool>, wxFont> made;
  wxFont& one = made[{static_cast<int>(size * 10), bold}];
  if (!one.IsOk()) {
    one = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    one.SetPointSize(points(size));
    if (bold) one.MakeBold();
  }
  return one;
}

wxString words(const std::string& text) { return wxString::FromUTF8(text); }
std::string utf8(const wxString& text) { return text.utf8_string(); }

void style(wxWindow* window, const char* classes) {
  GtkStyleContext* context = gtk_widget_get_style_context(window->GetHandle());
  for (const std::string& one : split_words(classes))
    gtk_style_context_add_class(context, one.c_str());
  // A button's padding is less by the sheet than by the theme; an entry's best size was right.
  if (dynamic_cast<wxAnyButton*>(window)) window->InvalidateBestSize();
}

void unstyle(wxWindow* window, const char* css_class) {
  gtk_style_context_remove_class(gtk_widget_get_style_context(window->GetHandle()), css_class);
}

void name_it(wxWindow* window, const std::string& name) {
  atk_object_set_name(gtk_widget_get_accessible(window->GetHandle()), name.c_str());
  // A list or a long text scrolls inside a frame: the widget that takes the focus is within.
  if (GtkWidget* inner = scrolled_part(window))
    atk_object_set_name(gtk_widget_get_accessible(inner), name.c_str());
}

void name_rows(wxListBox* list) {
  AtkObject* table = gtk_widget_get_accessible(scrolled_part(list));
  for (unsigned row = 0; row < list->GetCount(); ++row) {
    AtkObject* cell = atk_table_ref_at(ATK_TABLE(table), static_cast<int>(row), 0);
    if (!cell) continue;
    atk_object_set_name(cell, list->GetString(row).utf8_str());
    g_object_unref(cell);
  }
}

wxBitmapBundle icon(const std::string& name, const wxColour& colour) {
  const std::string svg = fmt::format(
      "<svg xmlns='http://www.w3.org/2000/svg' width='16' height='16' viewBox='0 0 16 16'>"
      "<path d='{}' fill='none' stroke='{}' stroke-width='1.5' stroke-linecap='round' "
      "stroke-linejoin='round'/></svg>",
      outline(name), hex(colour));
  return wxBitmapBundle::FromSVG(svg.c_str(), wxSize(px(16), px(16)));
}

}  // namespace kinescript
