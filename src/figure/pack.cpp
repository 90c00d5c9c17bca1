// SPDX-License-Identifier: MIT
#include "figure/pack.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fstream>
#include <memory>

namespace kinescript {
namespace {

constexpr double kFinest = 1000;  // coordinates are whole thousandths of a point

std::string head_line() { return "Kinescript figures 1 " + std::string(drawing_version()) + "\n"; }

// FNV-1a.
std::uint64_t sum_of(std::string_view bytes) {
  std::uint64_t sum = 14695981039346656037u;
  for (const char byte : bytes) sum = (sum ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return sum;
}

class Writer {
 public:
  std::string bytes;

  void fixed(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(number >> shift & 255);
  }
  void real(double number) { fixed(std::bit_cast<std::uint64_t>(number)); }
  void whole(std::uint64_t number) {
    for (; number >= 128; number >>= 7) bytes += static_cast<char>((number & 127) | 128);
    bytes += static_cast<char>(number);
  }
  void text(std::string_view text) {
    whole(text.size());
    bytes += text;
  }
  void colour(Colour c) {
    for (const std::uint8_t part : {c.red, c.green, c.blue}) bytes += static_cast<char>(part);
  }
  void path(const Path& path) {
    whole(path.verbs.size());
    for (const Verb verb : path.verbs) bytes += static_cast<char>(verb);
    whole(path.points.size());
    std::int64_t x = 0, y = 0;
    for (const Point p : path.points) {
      moved(std::llround(p.x * kFinest), x);
      moved(std::llround(p.y * kFinest), y);
    }
  }

 private:
  // The sign in the lowest bit, so that small steps either way are short.
  void moved(std::int64_t to, std::int64_t& from) {
    const std::int64_t step = to - from;
    whole(step < 0 ? static_cast<std::uint64_t>(-step) * 2 - 1
                   : static_cast<std::uint64_t>(step) * 2);
    from = to;
  }
};

// Reads what Writer wrote. Past the end everything is 0, and `whole_record` says so.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  bool whole_record() const { return !short_ && rest_.empty(); }

  std::uint8_t byte() {
    if (rest_.empty()) {
      short_ = true;
      return 0;
    }
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }
  std::uint64_t fixed() {
    std::uint64_t number = 0;
    for (int shift = 0; shift < 64; shift += 8) number |= std::uint64_t{byte()} << shift;
    return number;
  }
  double real() { return std::bit_cast<double>(fixed()); }
  std::uint64_t whole() {
    std::uint64_t number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      number |= std::uint64_t{next & 127u} << shift;
      if (next < 128) break;
    }
    return number;
  }
  // How many of something follow, each at least a byte: never more than there are bytes.
  std::size_t count() {
    const std::uint64_t number = whole();
    if (number > rest_.size()) short_ = true;
    return short_ ? 0 : static_cast<std::size_t>(number);
  }
  std::string text() {
    const std::size_t size = count();
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return text;
  }
  Colour colour() {
    Colour c;
    c.red = byte(), c.green = byte(), c.blue = byte();
    return c;
  }
  Path path() {
    Path path;
    path.verbs.resize(count());
    for (Verb& verb : path.verbs) verb = static_cast<Verb>(byte() & 3);
    path.points.resize(count());
    std::int64_t x = 0, y = 0;
    for (Point& p : path.points) p = {moved(x), moved(y)};
    return path;
  }

 private:
  double moved(std::int64_t& from) {
    const std::uint64_t step = whole();
    from +=
        step & 1 ? -static_cast<std::int64_t>(step / 2) - 1 : static_cast<std::int64_t>(step / 2);
    return static_cast<double>(from) / kFinest;
  }
  std::string_view rest_;
  bool short_ = false;
};

constexpr std::uint8_t kFill = 0, kStroke = 1;

void write_node(Writer& out, const Node& node) {
  if (const auto* fill = std::get_if<Fill>(&node)) {
    out.bytes += static_cast<char>(kFill);
    out.colour(fill->colour);
    out.path(fill->path);
  } else if (const auto* stroke = std::get_if<Stroke>(&node)) {
    out.bytes += static_cast<char>(kStroke);
    out.colour(stroke->colour);
    out.real(stroke->width);
    out.path(stroke->path);
  }
}

Node read_node(Reader& in) {
  if (in.byte() == kFill) {
    const Colour colour = in.colour();
    return Fill{in.path(), colour};
  }
  const Colour colour = in.colour();
  const double width = in.real();
  return Stroke{in.path(), colour, width, Cap::round, Join::round};
}

void write_panel(Writer& out, const FigurePanel& panel) {
  const Group& group = *std::get<std::shared_ptr<const Group>>(panel.drawing.front());
  out.text(panel.pose);
  out.text(group.cache_key);
  for (const double edge :
       {panel.bounds.left, panel.bounds.top, panel.bounds.right, panel.bounds.bottom})
    out.real(edge);
  out.whole(group.children.size());
  for (const Node& node : group.children) write_node(out, node);
  out.whole(panel.parts.size());
  for (const auto& [name, node] : panel.parts) {
    out.text(name);
    out.whole(node);
  }
}

FigurePanel read_panel(Reader& in) {
  FigurePanel panel;
  auto group = std::make_shared<Group>();
  panel.pose = in.text();
  group->cache_key = in.text();
  for (double* edge :
       {&panel.bounds.left, &panel.bounds.top, &panel.bounds.right, &panel.bounds.bottom})
    *edge = in.real();
  group->bounds = panel.bounds;
  group->children.resize(in.count());
  for (Node& node : group->children) node = read_node(in);
  group->covers = extent(group->children);
  panel.drawing = {std::move(group)};
  panel.parts.resize(in.count());
  for (auto& [name, node] : panel.parts) {
    name = in.text();
    node = static_cast<std::size_t>(in.whole());
  }
  return panel;
}

std::string record_of(const std::string& key, const Figure& figure) {
  Writer out;
  out.text(key);
  out.whole(figure.panels.size());
  for (const FigurePanel& panel : figure.panels) write_panel(out, panel);
  return out.bytes;
}

// `length` bytes from `offset`; fewer where the file ends before.
std::string piece_of(std::ifstream& file, std::uint64_t offset, std::uint64_t length) {
  std::string bytes(static_cast<std::size_t>(length), '\0');
  file.seekg(static_cast<std::streamoff>(offset));
  file.read(bytes.data(), static_cast<std::streamsize>(length));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
  return bytes;
}

constexpr std::uint64_t kNumber = 8, kEntry = 4 * kNumber;  // bytes
constexpr std::uint64_t kMost = 100'000;                    // records; a damaged count is more

}  // namespace

std::string pack_figures(const std::vector<std::pair<std::string, const Figure*>>& figures) {
  std::string records;
  Writer head{head_line()}, index;
  const std::uint64_t first = head.bytes.size() + 2 * kNumber + figures.size() * kEntry;
  for (const auto& [key, figure] : figures) {
    const std::string record = record_of(key, *figure);
    for (const std::uint64_t number :
         {sum_of(key), first + records.size(), std::uint64_t{record.size()}, sum_of(record)})
      index.fixed(number);
    records += record;
  }
  head.fixed(figures.size());
  head.fixed(sum_of(index.bytes));
  return head.bytes + index.bytes + records;
}

FigurePack::FigurePack(std::filesystem::path path) : file_(std::move(path)) {
  std::ifstream file(file_, std::ios::binary);
  const std::string head = head_line();
  if (piece_of(file, 0, head.size()) != head) return;
  const std::string numbers = piece_of(file, head.size(), 2 * kNumber);
  Reader sizes(numbers);
  const std::uint64_t count = sizes.fixed(), sum = sizes.fixed();
  if (count > kMost) return;
  const std::string index = piece_of(file, head.size() + 2 * kNumber, count * kEntry);
  if (index.size() != count * kEntry || sum_of(index) != sum) return;
  Reader in(index);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t key = in.fixed();
    Place& place = places_[key];
    place.offset = in.fixed(), place.length = in.fixed(), place.sum = in.fixed();
  }
}

std::optional<Figure> FigurePack::find(const std::string& key) const {
  const auto place = places_.find(sum_of(key));
  if (place == places_.end()) return {};
  std::ifstream file(file_, std::ios::binary);
  const std::string record = piece_of(file, place->second.offset, place->second.length);
  if (record.size() != place->second.length || sum_of(record) != place->second.sum) return {};
  Reader in(record);
  if (in.text() != key) return {};
  Figure figure;
  figure.panels.resize(in.count());
  for (FigurePanel& panel : figure.panels) panel = read_panel(in);
  if (!in.whole_record()) return {};
  return figure;
}

}  // namespace kinescript
