// SPDX-License-Identifier: MIT
// A drawing: the closed set of things that can be drawn, in points (1/72 inch), x to the right, y DOWN, origin at the
// top left. Every output (render/pdf, render/svg, the page view) is one switch over Node; nothing else draws.
//
// A Group places its children (transform, clip), may be cached by its key (equal keys REQUIRE equal contents), and
// may say what it is: `meaning` makes it an element of the document's structure. Reading order is the order of the
// tree; groups without a meaning are transparent to it. Everything under Role::artifact is page furniture.
//
//   Drawing d;
//   d.push_back(Fill{rectangle(0, 0, 10, 10), Colour::black()});
//   d.push_back(Stroke{std::move(path), Colour::black(), 0.9});
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kinescript {

struct Point {
  double x = 0, y = 0;
  bool operator==(const Point&) const = default;
};
inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }

// x' = a x + c y + e, y' = b x + d y + f (as in PDF and SVG).
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  static Matrix translate(double x, double y) { return {1, 0, 0, 1, x, y}; }
  static Matrix scale(double x, double y) { return {x, 0, 0, y, 0, 0}; }
  Point operator()(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  bool operator==(const Matrix&) const = default;
};
Matrix operator*(const Matrix& outer, const Matrix& inner);  // inner first

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};
Box unite(const Box& a, const Box& b);

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  static constexpr Colour black() { return {0, 0, 0}; }
  static constexpr Colour white() { return {255, 255, 255}; }
  static constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 255),
            static_cast<std::uint8_t>(hex & 255)};
  }
  bool operator==(const Colour&) const = default;
};

// A path: verbs with their points in one array (move 1, line 1, cubic 3, close 0).
enum class Verb : std::uint8_t { move, line, cubic, close };
struct Path {
  std::vector<Verb> verbs;
  std::vector<Point> points;
  void move_to(Point p) { verbs.push_back(Verb::move), points.push_back(p); }
  void line_to(Point p) { verbs.push_back(Verb::line), points.push_back(p); }
  void cubic_to(Point c1, Point c2, Point p) {
    verbs.push_back(Verb::cubic), points.push_back(c1), points.push_back(c2), points.push_back(p);
  }
  void close() { verbs.push_back(Verb::close); }
  bool empty() const { return verbs.empty(); }
};
Path rectangle(double left, double top, double width, double height);
Path rounded_rectangle(double left, double top, double width, double height, double radius);
Path ellipse(Point centre, double radius_x, double radius_y);

struct Fill {
  Path path;
  Colour colour;
  bool even_odd = false;
};

enum class Cap : std::uint8_t { butt, round, square };
enum class Join : std::uint8_t { miter, round, bevel };
struct Stroke {
  Path path;
  Colour colour;
  double width = 1;
  Cap cap = Cap::butt;
  Join join = Join::miter;
  std::vector<double> dash = {};  // empty, or an even number of lengths
};

// Glyphs of one face on one baseline. Positions are in font units of that face, so that a shaped word is the same at
// every size; text and clusters let an output write what the glyphs say.
struct Glyph {
  std::uint32_t id = 0;
  int advance = 0;           // font units, along the line
  int x_offset = 0;          // font units, to the right
  int y_offset = 0;          // font units, UP
  std::uint32_t cluster = 0;  // byte offset into GlyphRun::text of the first byte this glyph stands for
};
struct GlyphRun {
  int face = 0;       // index into text/faces.h Faces
  double size = 12;   // points
  Colour colour;
  Point origin;       // start of the baseline
  std::vector<Glyph> glyphs;  // in visual order, left to right
  std::string text;   // UTF-8, logical order
  bool right_to_left = false;
};

// Decoded pixels, 8 bits, red green blue (and alpha); row 0 is the top.
struct Image {
  int width = 0, height = 0;
  bool has_alpha = false;
  std::shared_ptr<const std::vector<std::uint8_t>> pixels;  // width * height * (has_alpha ? 4 : 3)
  Box place;  // where it is drawn
};

// What a group is, in the words of tagged PDF.
enum class Role : std::uint8_t {
  none, document, section, heading1, heading2, heading3, paragraph, list, list_item, label, list_body,
  figure, caption, table, table_row, table_header, table_cell, artifact
};
struct Meaning {
  Role role = Role::none;
  std::string alternative = {};  // figures: says the movement in the document's language
  std::string language = {};     // BCP 47, when it differs from the document's
  bool continues = false;        // goes on with the last element of its parent, which REQUIRES the same role there
};

struct Group;
using Node = std::variant<Fill, Stroke, GlyphRun, Image, std::shared_ptr<const Group>>;
using Drawing = std::vector<Node>;

struct Group {
  Drawing children;
  Matrix transform;
  std::optional<Path> clip = {};      // in the group's own coordinates
  std::string cache_key = {};         // "" = not cached; a figure's content hash (never a name or a title)
  Box bounds = {};                    // REQUIRED with a cache_key: the extent in own coordinates (a form's BBox)
  std::optional<Box> covers = {};     // extent(children), where it is known beforehand (figures)
  Meaning meaning = {};
};
std::shared_ptr<const Group> group(Drawing children, Matrix transform = {}, Meaning meaning = {});

// Extent of the painted shapes (control points and half stroke widths included; glyphs by origin and advance are not
// counted). nullopt when nothing is drawn.
std::optional<Box> extent(const Drawing& drawing);

}  // namespace kinescript
