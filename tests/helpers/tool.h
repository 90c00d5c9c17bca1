// SPDX-License-Identifier: MIT
// Runs a program of the system (pdftotext, qpdf ...) to look at what was made, and keeps what it
// says.
//
//   const ScratchFile file("a.pdf", bytes);                             // in the tests' scratch
//   folder, removed at the end run_tool("pdftotext -raw " + file.path() + " -").out
#pragma once
#include <string>
#include <string_view>

namespace kinescript {

struct ToolResult {
  int status = 0;
  std::string out, err;
};
ToolResult run_tool(const std::string& command);

// A path in the scratch folder that no other test program uses.
std::string scratch_path(std::string_view name);

class ScratchFile {
 public:
  ScratchFile(std::string_view name, std::string_view bytes);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// A page drawn by pdftoppm: 8-bit grey pixels.
struct GreyPicture {
  int width = 0, height = 0;
  std::string pixels;
  int at(int x, int y) const {
    return static_cast<unsigned char>(pixels[static_cast<std::size_t>(y * width + x)]);
  }
};
// What pdftoppm has to say of a PDF: nothing of ours.
enum class Warnings : unsigned char { refused, taken };
GreyPicture draw_page(const std::string& pdf_path, int page, int dots_per_inch,
                      Warnings warnings = Warnings::refused);

// Pixels in which two pictures differ by more than 128 of 255 over a block of 3 by 3: edges that
// smoothing moves by a fraction of a pixel do not count. REQUIRES pictures of one size.
int blocks_that_differ(const GreyPicture& a, const GreyPicture& b);

}  // namespace kinescript
