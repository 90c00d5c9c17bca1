// SPDX-License-Identifier: MIT
#include "store/pieces.h"

#include <libdeflate.h>
#include <sodium.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/translate.h"

namespace kinescript {
namespace {

constexpr std::size_t kLeastPiece =
    200;  // a row of `piece` costs about 60 bytes beside its content
// Deflated, a header takes some 200 bytes, a footer 250, a block of a page 300 to 900.
constexpr std::size_t kLeastUnnamed = 320;
constexpr std::size_t kLongText = 1000;
constexpr char kRecipeFormat = 1;
constexpr int kDeflateLevel = 9;
constexpr std::size_t kMostBytes = 256u << 20;  // of one document: no recipe makes us ask for more

[[noreturn]] void damaged() {
  throw Error(
      ErrorKind::damaged, "",
      tr("A stored document is damaged. Keep the clinic file as it is and restore a backup."));
}

std::string hash_of(std::string_view bytes) {
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  return hash;
}

std::string deflate(std::string_view bytes) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
      libdeflate_alloc_compressor(kDeflateLevel), libdeflate_free_compressor);
  if (!compressor) throw std::bad_alloc();
  std::string out(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), out.data(),
                                         out.size()));
  return out;
}

std::string inflate(std::string_view bytes, std::size_t size) {
  if (size > kMostBytes) damaged();
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  if (!decompressor) throw std::bad_alloc();
  std::string out(size, '\0');
  if (libdeflate_deflate_decompress(decompressor.get(), bytes.data(), bytes.size(), out.data(),
                                    size, nullptr) != LIBDEFLATE_SUCCESS)
    damaged();
  return out;
}

void append_number(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

// Reads a recipe from front to back; whatever is not there is damage.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  std::string_view take(std::size_t n) {
    if (n > bytes_.size()) damaged();
    const auto taken = bytes_.substr(0, n);
    bytes_.remove_prefix(n);
    return taken;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1)[0]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    damaged();
  }
  std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
};

// Figures, pictures and font files say what they are in their dictionary; the parts of pages say
// nothing.
bool may_repeat(std::string_view before_stream, std::size_t length) {
  const std::string_view dictionary =
      before_stream.substr(std::min(before_stream.rfind("obj"), before_stream.size()));
  const auto has = [&](std::string_view key) {
    return dictionary.find(key) != std::string_view::npos;
  };
  if (has("/Metadata") || has("/XRef")) return false;
  return has("/Subtype") || has("/Length1") || length >= kLeastUnnamed;
}

Cuts cuts_of_pdf(std::string_view pdf) {
  Cuts cuts;
  std::size_t at = 0;
  while ((at = pdf.find("stream", at)) != std::string_view::npos) {
    std::size_t begin = at + 6;
    if (begin < pdf.size() && pdf[begin] == '\r') ++begin;
    if (begin >= pdf.size() || pdf[begin] != '\n') {
      at = begin;
      continue;
    }
    const std::size_t end = pdf.find("endstream", ++begin);
    if (end == std::string_view::npos) break;
    if (end - begin >= kLeastPiece && may_repeat(pdf.substr(0, at), end - begin))
      cuts.emplace_back(begin, end);
    at = end + 9;
  }
  return cuts;
}

// Where the JSON text that opens at `at` ends (past its closing quote).
std::size_t end_of_text(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\') ++at;
  return std::min(at + 1, json.size());
}

Cuts cuts_of_json(std::string_view json) {
  constexpr auto kNone = std::string_view::npos;
  Cuts cuts;
  int depth = 0;
  std::size_t element = kNone;  // begin of an object that is an element of a list in the top object
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t end = end_of_text(json, at);
      if (element == kNone && end - at >= kLongText) cuts.emplace_back(at, end);
      at = end;
      continue;
    }
    if (c == '{' || c == '[') {
      if (++depth == 3 && c == '{') element = at;
    } else if (c == '}' || c == ']') {
      if (depth-- == 3 && element != kNone) {
        if (at + 1 - element >= kLeastPiece) cuts.emplace_back(element, at + 1);
        element = kNone;
      }
    }
    ++at;
  }
  return cuts;
}

// The number of the row that holds these bytes, made if there is none.
std::int64_t keep_piece(Database& database, const Vault& vault, std::string_view bytes) {
  const std::string hash = vault.piece_name(bytes);
  Statement known = database.query("SELECT id FROM piece WHERE hash = ?", Blob{hash});
  if (known.step()) return known.integer(0);
  const std::string small = deflate(bytes);
  const bool deflated = small.size() < bytes.size();
  Statement added = database.query(
      "INSERT INTO piece (hash, size, deflated, bytes) VALUES (?, ?, ?, ?) RETURNING id",
      Blob{hash}, static_cast<std::int64_t>(bytes.size()), deflated ? 1 : 0,
      Blob{vault.seal({Field::piece, hash}, deflated ? std::string_view(small) : bytes)});
  if (!added.step()) damaged();
  const std::int64_t id = added.integer(0);
  added.step();  // RETURNING is done only when it says so
  return id;
}

std::string fetch_piece(Database& database, const Vault& vault, std::uint64_t id) {
  Statement row = database.query("SELECT size, deflated, bytes, hash FROM piece WHERE id = ?",
                                 static_cast<std::int64_t>(id));
  if (!row.step()) damaged();
  const auto size = static_cast<std::size_t>(row.integer(0));
  std::string bytes = vault.open({Field::piece, row.text(3)}, row.text(2));
  if (row.integer(1)) bytes = inflate(bytes, size);
  if (bytes.size() != size) damaged();
  return bytes;
}

// A recipe up to the text between its pieces.
struct RecipeHead {
  std::size_t size = 0;
  std::string hash;
  std::vector<std::pair<std::size_t, std::uint64_t>> parts;  // length of the text before, piece
};
RecipeHead read_head_of(Reader& reader, std::size_t recipe_size) {
  if (reader.take(1)[0] != kRecipeFormat) damaged();
  RecipeHead head;
  head.size = static_cast<std::size_t>(reader.number());
  head.hash = std::string(reader.take(crypto_generichash_BYTES));
  // A part takes two bytes at least.
  head.parts.resize(std::min<std::size_t>(reader.number(), recipe_size));
  for (auto& [length, piece] : head.parts) {
    length = static_cast<std::size_t>(reader.number());
    piece = reader.number();
  }
  return head;
}

}  // namespace

Cuts cuts_of(std::string_view document) {
  return document.starts_with("%PDF-") ? cuts_of_pdf(document) : cuts_of_json(document);
}

std::string keep_document(Database& database, const Vault& vault, std::string_view document) {
  const Cuts cuts = cuts_of(document);
  std::string recipe(1, kRecipeFormat), between;
  append_number(recipe, document.size());
  recipe += hash_of(document);
  append_number(recipe, cuts.size());
  std::size_t at = 0;
  for (const auto& [begin, end] : cuts) {
    append_number(recipe, begin - at);
    append_number(recipe, static_cast<std::uint64_t>(
                              keep_piece(database, vault, document.substr(begin, end - begin))));
    between += document.substr(at, begin - at);
    at = end;
  }
  between += document.substr(at);
  append_number(recipe, between.size());
  return recipe + deflate(between);
}

std::string fetch_document(Database& database, const Vault& vault, std::string_view recipe) {
  Reader reader(recipe);
  const RecipeHead head = read_head_of(reader, recipe.size());
  const auto between_size = static_cast<std::size_t>(reader.number());
  const std::string between = inflate(reader.rest(), between_size);
  std::string document;
  std::size_t at = 0;
  for (const auto& [length, piece] : head.parts) {
    if (length > between.size() - at) damaged();
    document.append(between, at, length);
    document += fetch_piece(database, vault, piece);
    at += length;
    if (document.size() > head.size) damaged();
  }
  document.append(between, at);
  if (document.size() != head.size || hash_of(document) != head.hash) damaged();
  return document;
}

std::vector<std::int64_t> pieces_in(std::string_view recipe) {
  Reader reader(recipe);
  std::vector<std::int64_t> numbers;
  for (const auto& part : read_head_of(reader, recipe.size()).parts)
    numbers.push_back(static_cast<std::int64_t>(part.second));
  return numbers;
}

}  // namespace kinescript
