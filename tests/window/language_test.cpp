// SPDX-License-Identifier: MIT
// The language of the window: which one it is, and that a sitting in Spanish is Spanish.
#include "gui/language.h"

#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/menu.h>

#include <boost/test/unit_test.hpp>
#include <map>

#include "gui/preferences.h"
#include "gui/style.h"
#include "window/sitting.h"

using namespace kinescript;

namespace {

using Variables = std::map<std::string, std::string>;

std::string chosen(const std::string& preferred, const Variables& variables) {
  return window_language(preferred,
                         [&variables](const char* name) {
                           const auto found = variables.find(name);
                           return found == variables.end() ? std::string() : found->second;
                         },
                         {"en", "es"});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(language_test)

BOOST_AUTO_TEST_CASE(the_window_speaks_what_was_chosen_else_what_the_system_does_else_english) {
  BOOST_TEST(chosen("", {{"LANG", "es_ES.UTF-8"}}) == "es");
  BOOST_TEST(chosen("", {{"LANG", "es_MX.UTF-8"}, {"LC_ALL", "en_GB.UTF-8"}}) == "en");
  BOOST_TEST(chosen("", {{"LANG", "en_GB.UTF-8"}, {"LANGUAGE", "ca:es"}}) == "es");
  BOOST_TEST(chosen("", {{"LANG", "C"}, {"LANGUAGE", "es"}}) == "en");
  BOOST_TEST(chosen("", {{"LANG", "de_DE.UTF-8"}}) == "en");
  BOOST_TEST(chosen("", {}) == "en");
  BOOST_TEST(chosen("en", {{"LANG", "es_ES.UTF-8"}}) == "en");
  BOOST_TEST(chosen("es", {{"LANG", "C"}}) == "es");
  BOOST_TEST(chosen("xx", {{"LANG", "es_ES.UTF-8"}}) == "es");
}

BOOST_AUTO_TEST_CASE(spanish_is_offered_beside_english) {
  const auto languages = window_languages(Workspace(surroundings()));
  BOOST_TEST((languages == std::vector<std::string>{"en", "es"}));
  BOOST_TEST(language_own_name("es") == "Español");
}

BOOST_AUTO_TEST_CASE(a_sitting_in_spanish_is_spanish_from_the_menu_to_the_safety_strip) {
  const Speaking speaking("es");
  Sitting sitting("spanish", "EX-0001");
  const wxMenuBar* menus = sitting.frame->GetMenuBar();
  const char* const kMenus[] = {"Archivo", "Editar", "Paciente", "Programa", "Ayuda"};
  BOOST_TEST_REQUIRE(menus->GetMenuCount() == std::size(kMenus));
  for (std::size_t at = 0; at < std::size(kMenus); ++at)
    BOOST_TEST(utf8(menus->GetMenuLabelText(at)) == kMenus[at]);
  for (const char* name :
       {"Historial  Ctrl+H", "Imprimir…  Ctrl+P", "Añadir una precaución", "Deshacer", "Rehacer",
        "Buscar ejercicios", "Filtrar por región", "Filtrar por material", "Solo mis favoritos",
        "Ocultar no adecuados", "Cuántas veces al día", "Qué días", "Vista previa de la hoja"})
    BOOST_TEST(named(sitting.frame, name), name);
  auto* places = control<wxChoice>(sitting.frame, "Filtrar por posición");
  BOOST_TEST_REQUIRE(places);
  BOOST_TEST(places->FindString(words("Boca arriba")) != wxNOT_FOUND);
  sitting.add("bridge", 1);
  BOOST_TEST(until([&] { return named(sitting.frame, "Repeticiones de Bridge"); }));
  BOOST_TEST(named(sitting.frame, "Quitar Bridge"));
  BOOST_TEST(named(sitting.frame, "Deshacer: añadir Bridge"));
  BOOST_TEST(named(sitting.frame, "Vista previa de la hoja"));
  sitting.editor().add(ExerciseId{"superman"});
  BOOST_TEST(until([&] { return named(sitting.frame, "⚠ 1 conflicto por resolver"); }));
  BOOST_TEST(named(sitting.frame, "Mantener y anotar por qué…"));
  BOOST_TEST(named(sitting.frame, "Imprimir… queda 1"));
  save_picture(sitting, "spanish.png");
}

BOOST_AUTO_TEST_CASE(the_settings_keep_the_language_for_the_next_opening) {
  Sitting sitting("settings_language", "EX-0001");
  sitting.key(',', wxMOD_CONTROL);
  BOOST_TEST_REQUIRE(until([] { return has_focus("Pages of the settings"); }));
  auto* list = control<wxListBox>(sitting.frame, "Pages of the settings");
  BOOST_TEST_REQUIRE(list->SetStringSelection("Window"));
  wxCommandEvent event(wxEVT_LISTBOX, list->GetId());
  event.SetEventObject(list);
  list->GetEventHandler()->ProcessEvent(event);
  pick(sitting, "Language of the window", "Español");
  const auto file = sitting.folder / "clinic.ksc";
  BOOST_TEST(read_preferences(file).language == "es");
  BOOST_TEST(named(sitting.frame, "Print…  Ctrl+P"));  // not before it is opened again
  pick(sitting, "Language of the window", "The system's language");
  BOOST_TEST(read_preferences(file).language == "");
}

BOOST_AUTO_TEST_SUITE_END()
