// SPDX-License-Identifier: MIT
#include "render/pdf_page.h"

#include <algorithm>
#include <optional>

#include "render/pdf_paint.h"
#include "render/pdf_syntax.h"

namespace kinescript {
namespace {

Box transformed(const Box& box, const Matrix& m) {
  const Point corners[] = {m({box.left, box.top}), m({box.right, box.top}),
                           m({box.left, box.bottom}), m({box.right, box.bottom})};
  Box around{corners[0].x, corners[0].y, corners[0].x, corners[0].y};
  for (const Point p : corners) around = unite(around, {p.x, p.y, p.x, p.y});
  return around;
}

// What marks the content that is being painted: an element of the structure, or furniture.
constexpr int kFurniture = -1;
constexpr int kNothingOpen = -2;

class Page {
 public:
  Page(double height, int number, PdfDocument& document) : number_(number), document_(document) {
    // From here on y runs down, as in a Drawing.
    turned_ = {1, 0, 0, -1, 0, height};
    paint_.begin_page();
    paint_.transform(turned_);
  }

  std::vector<std::string> write(const Drawing& drawing) {
    std::vector<std::string> parts;
    for (const Node& node : drawing) {
      std::visit(*this, node);
      close_mark();
      parts.push_back(paint_.end_part());
    }
    return parts;
  }

  void operator()(const Fill& fill) {
    mark_decoration();
    paint_.fill(fill);
  }
  void operator()(const Stroke& stroke) {
    mark_decoration();
    paint_.stroke(stroke);
  }
  void operator()(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    // Text at the top of the document stands outside every meaning: furniture.
    const int element = inside_ == PdfTags::kDocument ? kFurniture : inside_;
    if (open_ != element) {
      // A mark that begins with text begins inside the text object, so that the next may share it.
      close_mark();
      paint_.open_text();
    }
    mark(element);
    paint_.fill_colour(run.colour);
    if (pending_ == Point{}) return document_.text(paint_, run, number_);
    GlyphRun placed = run;
    placed.origin = placed.origin + pending_;
    document_.text(paint_, placed, number_);
  }
  void operator()(const Image& image) {
    mark_decoration();
    const std::string name = document_.image(image, number_);
    paint_.save();
    // The unit square of an image has its first row at the top of an axis that runs up.
    paint_.transform(
        {image.place.width(), 0, 0, -image.place.height(), image.place.left, image.place.bottom});
    paint_.operators += "/" + name + " Do\n";
    paint_.restore();
  }
  void operator()(const std::shared_ptr<const Group>& group) {
    const int around = inside_;
    enter(group->meaning);
    const Matrix matrix_around = matrix_;
    matrix_ = matrix_ * group->transform;
    if (group->meaning.role == Role::figure && inside_ > 0) place_figure(*group);
    const Point pending_around = pending_;
    const bool settled_around = settled_;
    settled_ = false;
    if (only_moved(*group)) {
      pending_ = pending_ + Point{group->transform.e, group->transform.f};
    } else {
      // A form inside a figure: its mark is opened before the graphics state is saved, so that both
      // close in order.
      if (!group->cache_key.empty()) open_decoration();
      settle(Matrix::translate(pending_.x, pending_.y) * group->transform);
    }
    draw(*group);
    if (settled_) {
      if (opened_at_ >= paint_.depth()) close_mark();
      paint_.restore();
    }
    if (inside_ != around) close_mark();
    pending_ = pending_around;
    settled_ = settled_around;
    matrix_ = matrix_around;
    inside_ = around;
  }

 private:
  void draw(const Group& group) {
    if (!group.cache_key.empty()) {
      if (const std::string form = document_.form(group, number_); !form.empty()) {
        mark_decoration();
        paint_.operators += "/" + form + " Do\n";
        return;
      }
    }
    if (group.clip) paint_.clip(*group.clip);
    for (const Node& node : group.children) std::visit(*this, node);
  }

  void enter(const Meaning& meaning) {
    if (inside_ == kFurniture || meaning.role == Role::none) return;
    close_mark();
    inside_ =
        meaning.role == Role::artifact ? kFurniture : document_.tags().element(inside_, meaning);
  }

  void place_figure(const Group& group) {
    const auto drawn =
        group.cache_key.empty() ? extent(group.children) : std::optional<Box>(group.bounds);
    if (drawn) document_.tags().place(inside_, transformed(*drawn, turned_ * matrix_));
  }

  static bool only_moved(const Group& group) {
    Matrix rest = group.transform;
    rest.e = rest.f = 0;
    return rest == Matrix{} && !group.clip;
  }

  // Marks that were opened in a text object close before it.
  void leave_text() {
    if (paint_.in_text() && opened_in_text_) close_mark();
    paint_.end_text();
  }

  void settle(const Matrix& matrix) {
    leave_text();
    paint_.save();
    if (matrix != Matrix{}) paint_.transform(matrix);
    pending_ = {};
    settled_ = true;
  }

  // Shapes and pictures that belong to no text, figure or cell are furniture.
  void open_decoration() {
    leave_text();
    mark(inside_ != kFurniture && document_.tags().holds_elements_only(inside_) ? kFurniture
                                                                                : inside_);
  }

  // Before a shape or picture is painted.
  void mark_decoration() {
    open_decoration();
    if (pending_ != Point{}) settle(Matrix::translate(pending_.x, pending_.y));
  }

  void mark(int element) {
    if (open_ == element) return;
    close_mark();
    open_ = element;
    opened_at_ = paint_.depth();
    opened_in_text_ = paint_.in_text();
    if (element == kFurniture) {
      paint_.operators += "/Artifact BMC\n";
      return;
    }
    PdfTags& tags = document_.tags();
    paint_.operators += std::string("/") + tags.name(element) + "<</MCID " +
                        std::to_string(tags.mark(element, number_)) + ">>BDC\n";
  }

  void close_mark() {
    if (open_ == kNothingOpen) return;
    if (!opened_in_text_) paint_.end_text();
    paint_.operators += "EMC\n";
    open_ = kNothingOpen;
    opened_in_text_ = false;
    opened_at_ = 0;
  }

  int number_;
  PdfDocument& document_;
  PdfPaint paint_;
  Matrix turned_;
  // Groups that are only moved change nothing at first: text takes the way into its place, and only
  // the first shape makes the axes follow (settle). Shapes stay as they are in their groups, so
  // that equal ones have equal operators.
  Point pending_;                    // the way from the painter's axes to the group's
  bool settled_ = false;             // the group has saved the state, and its end restores it
  Matrix matrix_;                    // from the group's coordinates to the page's
  int inside_ = PdfTags::kDocument;  // the innermost element around, or kFurniture
  int open_ = kNothingOpen;          // what the open mark is for
  bool opened_in_text_ = false;
  int opened_at_ = 0;  // depth of saved states where it was opened
};

bool only_paths(const Group& group) {
  return std::all_of(group.children.begin(), group.children.end(), [](const Node& node) {
    if (const auto* nested = std::get_if<std::shared_ptr<const Group>>(&node))
      return (*nested)->meaning.role == Role::none && only_paths(**nested);
    return std::holds_alternative<Fill>(node) || std::holds_alternative<Stroke>(node);
  });
}

void paint_paths(PdfPaint& paint, const Group& group) {
  if (group.clip) paint.clip(*group.clip);
  for (const Node& node : group.children) {
    if (const auto* fill = std::get_if<Fill>(&node)) {
      paint.fill(*fill);
    } else if (const auto* stroke = std::get_if<Stroke>(&node)) {
      paint.stroke(*stroke);
    } else if (const auto* nested = std::get_if<std::shared_ptr<const Group>>(&node)) {
      const bool placed = (*nested)->transform != Matrix{} || (*nested)->clip.has_value();
      if (placed) paint.save();
      if ((*nested)->transform != Matrix{}) paint.transform((*nested)->transform);
      paint_paths(paint, **nested);
      if (placed) paint.restore();
    }
  }
}

}  // namespace

std::vector<std::string> page_operators(const Drawing& drawing, double page_height, int page,
                                        PdfDocument& document) {
  return Page(page_height, page, document).write(drawing);
}

std::optional<std::string> form_operators(const Group& group) {
  if (!only_paths(group)) return std::nullopt;
  PdfPaint paint;
  paint_paths(paint, group);
  return std::move(paint.operators);
}

}  // namespace kinescript
