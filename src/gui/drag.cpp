// SPDX-License-Identifier: MIT
#include "gui/drag.h"

#include <gtk/gtk.h>
#include <wx/app.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "gui/style.h"

namespace kinescript {
namespace {

constexpr int kStart = 6;  // logical pixels that a hand moves by in a click at most
constexpr const char* kFormat = "application/x-kinescript-exercise";

// What is dropped in the drag that goes on; there is one mouse.
std::function<void()>& dropped() {
  static std::function<void()> kDropped;
  return kDropped;
}

std::string to_bytes(const Dragged& dragged) {
  return dragged.item.text.empty() ? "e" + dragged.exercise.text : "i" + dragged.item.text;
}

Dragged from_bytes(const std::string& bytes) {
  const std::string id = bytes.substr(1);
  return bytes.front() == 'i' ? Dragged{.item = ItemId{id}} : Dragged{.exercise = ExerciseId{id}};
}

void drag(wxWindow* from, const Dragged& dragged) {
  const std::string bytes = to_bytes(dragged);
  wxCustomDataObject data{wxDataFormat(kFormat)};
  data.SetData(bytes.size(), bytes.data());
  wxDropSource source(data, from);
  dropped() = nullptr;
  source.DoDragDrop(wxDrag_AllowMove);
  if (dropped()) wxTheApp->CallAfter(std::exchange(dropped(), nullptr));
}

}  // namespace

void drag_from(wxWindow* window, std::function<std::optional<Dragged>(const wxPoint&)> what) {
  auto pressed = std::make_shared<std::optional<wxPoint>>();
  window->Bind(wxEVT_LEFT_DOWN, [pressed](wxMouseEvent& event) {
    *pressed = event.GetPosition();
    event.Skip();
  });
  window->Bind(wxEVT_MOTION, [pressed, window, what = std::move(what)](wxMouseEvent& event) {
    event.Skip();
    if (!event.LeftIsDown() || !*pressed) return pressed->reset();
    const wxPoint moved = event.GetPosition() - **pressed;
    if (std::abs(moved.x) + std::abs(moved.y) < px(kStart)) return;
    const auto dragged = what(**pressed);
    pressed->reset();
    if (dragged) drag(window, *dragged);
  });
}

void let_drops_through(wxTextCtrl* field) { gtk_drag_dest_unset(field->GetHandle()); }

DropPlace::DropPlace(std::function<bool(int y)> over, std::function<void()> left,
                     std::function<void(const Dragged&, int y)> drop)
    : wxDropTarget(new wxCustomDataObject(wxDataFormat(kFormat))),
      over_(std::move(over)),
      left_(std::move(left)),
      drop_(std::move(drop)) {}

wxDragResult DropPlace::OnDragOver(wxCoord, wxCoord y, wxDragResult suggested) {
  return over_(y) ? suggested : wxDragNone;
}

wxDragResult DropPlace::OnData(wxCoord, wxCoord y, wxDragResult suggested) {
  left_();
  if (!GetData()) return wxDragNone;
  const auto* data = static_cast<wxCustomDataObject*>(GetDataObject());
  if (data->GetSize() < 2) return wxDragNone;
  const std::string bytes(static_cast<const char*>(data->GetData()), data->GetSize());
  dropped() = [drop = drop_, dragged = from_bytes(bytes), y] { drop(dragged, y); };
  return suggested;
}

}  // namespace kinescript
