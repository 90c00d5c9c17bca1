// SPDX-License-Identifier: MIT
#include "render/pdf_pack.h"

#include <cstdint>
#include <vector>

#include "base/error.h"
#include "render/pdf_syntax.h"

namespace kinescript {
namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::size_t kRow = 20;             // bytes of an entry of a cross reference table
constexpr std::size_t kMostInStream = 2000;  // readers open an object stream as a whole

[[noreturn]] void unexpected() {
  throw Error(ErrorKind::io, "",
              "The PDF could not be put together (libharu wrote it in another way than expected). "
              "Please report this with the version of libharu.");
}

std::size_t found(std::size_t at) {
  if (at == kNone) unexpected();
  return at;
}

std::size_t number_at(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n')) ++at;
  std::size_t value = 0, digits = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits)
    value = value * 10 + static_cast<std::size_t>(text[at] - '0');
  if (digits == 0 || digits > 10) unexpected();
  return value;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == kNone) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// libharu's file, apart.
struct Parts {
  std::string_view header, trailer;      // before the first object; the trailer's keys but /Size
  std::vector<std::string_view> bodies;  // by object number; between "obj" and "endobj"
};

Parts apart(std::string_view pdf) {
  const std::size_t table = number_at(pdf, found(pdf.rfind("startxref")) + 9);
  const std::size_t section = found(pdf.find("\n0 ", table)) + 1;
  const std::size_t count = number_at(pdf, section + 2);
  const std::size_t rows = found(pdf.find('\n', section)) + 1;
  const std::size_t end_of_rows = rows + count * kRow;
  if (count < 2 || end_of_rows > pdf.size()) unexpected();
  Parts parts;
  parts.bodies.resize(count);
  std::size_t end = table;
  for (std::size_t i = count - 1; i > 0; --i) {
    const std::size_t begin = number_at(pdf, rows + i * kRow);
    const std::string head = std::to_string(i) + " 0 obj";
    if (begin >= end || pdf.substr(begin, head.size()) != head) unexpected();
    const std::string_view object = trimmed(pdf.substr(begin, end - begin));
    if (!object.ends_with("endobj")) unexpected();
    parts.bodies[i] = trimmed(object.substr(head.size(), object.size() - head.size() - 6));
    end = begin;
  }
  parts.header = pdf.substr(0, end);
  const std::size_t keys = found(pdf.find("<<", end_of_rows)) + 2;
  parts.trailer = trimmed(pdf.substr(keys, found(pdf.find("/Size", keys)) - keys));
  return parts;
}

class Packer {
 public:
  Packer(Parts parts, int deflate_level)
      : parts_(std::move(parts)),
        level_(deflate_level),
        places_(parts_.bodies.size()),
        out_(parts_.header) {}

  std::string write() {
    for (std::size_t i = 1; i < parts_.bodies.size(); ++i)
      if (is_stream(i)) write_stream(i);
    for (std::size_t i = 1; i < parts_.bodies.size(); ++i) {
      if (is_stream(i) || places_[i].is_length) continue;
      places_[i] = {2, next_number() + groups_, in_group_++};
      offsets_ += std::to_string(i) + " " + std::to_string(group_.size()) + " ";
      group_ += std::string(parts_.bodies[i]) + "\n";
      if (in_group_ == kMostInStream) keep_group();
    }
    if (in_group_ > 0) keep_group();
    for (const std::string& body : group_bodies_) write_new(body);
    write_references();
    return std::move(out_);
  }

 private:
  // Where an object of the new file stands: a row of the cross reference stream.
  struct Place {
    unsigned kind = 0;      // 0 free, 1 at an offset of the file, 2 in an object stream
    std::size_t where = 0;  // the offset, or the number of the object stream
    std::size_t index = 0;  // within the object stream
    bool is_length = false;
  };

  bool is_stream(std::size_t number) const { return parts_.bodies[number].ends_with("endstream"); }
  std::size_t next_number() const { return parts_.bodies.size(); }

  void write_stream(std::size_t number) {
    // libharu writes "<< /Length 6 0 R" first, and the length as an object of its own.
    const std::string_view body = parts_.bodies[number];
    const std::size_t key = found(body.find("/Length ")) + 8;
    const std::size_t reference_end = found(body.find(" 0 R", key)) + 4;
    const std::size_t length = number_at(body, key);
    if (length == 0 || length >= parts_.bodies.size()) unexpected();
    places_[length].is_length = true;
    places_[number] = {1, out_.size(), 0};
    out_ += std::to_string(number) + " 0 obj\n<</Length ";
    out_ += parts_.bodies[length];
    out_ += body.substr(reference_end);
    out_ += "\nendobj\n";
  }

  void keep_group() {
    const std::string data = deflated(offsets_ + group_, level_);
    group_bodies_.push_back("<</Type/ObjStm/N " + std::to_string(in_group_) + "/First " +
                            std::to_string(offsets_.size()) + "/Filter/FlateDecode/Length " +
                            std::to_string(data.size()) + ">>stream\n" + data + "\nendstream");
    offsets_.clear();
    group_.clear();
    in_group_ = 0;
    ++groups_;
  }

  void write_new(const std::string& body) {
    const std::size_t number = places_.size();
    places_.push_back({1, out_.size(), 0});
    out_ += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
  }

  // Rows of 1, 4 and 2 bytes, each as its difference from the row above (PNG's "up" predictor).
  void write_references() {
    const std::size_t at = out_.size();
    places_.push_back({1, at, 0});
    std::string rows, above(7, '\0');
    for (const Place& place : places_) {
      std::string row(1, static_cast<char>(place.kind));
      for (int shift = 24; shift >= 0; shift -= 8) row += static_cast<char>(place.where >> shift);
      for (int shift = 8; shift >= 0; shift -= 8) row += static_cast<char>(place.index >> shift);
      rows += '\2';
      for (std::size_t i = 0; i < row.size(); ++i) rows += static_cast<char>(row[i] - above[i]);
      above = row;
    }
    const std::string data = deflated(rows, level_);
    out_ += std::to_string(places_.size() - 1) + " 0 obj\n<</Type/XRef/Size " +
            std::to_string(places_.size()) + "/W[1 4 2]" + std::string(parts_.trailer) +
            "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Length " +
            std::to_string(data.size()) + ">>stream\n" + data + "\nendstream\nendobj\nstartxref\n" +
            std::to_string(at) + "\n%%EOF\n";
  }

  Parts parts_;
  int level_;
  std::vector<Place> places_;  // by object number
  std::string out_;
  std::string offsets_, group_;  // of the object stream that is being gathered
  std::size_t in_group_ = 0, groups_ = 0;
  std::vector<std::string> group_bodies_;
};

}  // namespace

std::string packed(std::string_view pdf, int deflate_level) {
  return Packer(apart(pdf), deflate_level).write();
}

}  // namespace kinescript
