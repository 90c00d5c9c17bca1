// SPDX-License-Identifier: MIT
#include "bench/stock_libharu.h"

#include <fmt/format.h>
#include <hpdf.h>

#include <cmath>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace kinescript::bench {
namespace {

using Json = nlohmann::json;

void stop(HPDF_STATUS number, HPDF_STATUS detail, void*) {
  throw std::runtime_error(fmt::format("libharu: {:#x}, {}", number, detail));
}

class StockPage {
 public:
  StockPage(HPDF_Page page, const Json& written, const std::map<std::string, HPDF_Font>& fonts)
      : page_(page), height_(written["height"]), fonts_(fonts) {
    HPDF_Page_SetWidth(page, written["width"]);
    HPDF_Page_SetHeight(page, written["height"]);
  }

  void draw(const Json& command) {
    const std::string what = command[0];
    if (what == "text")
      text(command);
    else if (what == "fill")
      fill(command);
    else if (what == "stroke")
      stroke(command);
    else if (what == "save")
      HPDF_Page_GSave(page_);
    else if (what == "restore")
      HPDF_Page_GRestore(page_);
    else if (what == "clip")
      path(command[1]), HPDF_Page_Clip(page_), HPDF_Page_EndPath(page_);
  }

 private:
  static float part(const Json& colour, std::size_t i) { return colour[i].get<float>() / 255; }

  void path(const std::string& pieces) {
    std::istringstream words(pieces);
    float x[3], y[3];
    for (std::string verb; words >> verb;) {
      const int points = verb == "c" ? 3 : verb == "h" ? 0 : 1;
      for (int i = 0; i < points; ++i) words >> x[i] >> y[i], y[i] = height_ - y[i];
      if (verb == "m") HPDF_Page_MoveTo(page_, x[0], y[0]);
      if (verb == "l") HPDF_Page_LineTo(page_, x[0], y[0]);
      if (verb == "c") HPDF_Page_CurveTo(page_, x[0], y[0], x[1], y[1], x[2], y[2]);
      if (verb == "h") HPDF_Page_ClosePath(page_);
    }
  }
  void set_fill(const Json& colour) {
    HPDF_Page_SetRGBFill(page_, part(colour, 0), part(colour, 1), part(colour, 2));
  }
  void fill(const Json& command) {
    set_fill(command[2]);
    path(command[1]);
    command[3] ? HPDF_Page_Eofill(page_) : HPDF_Page_Fill(page_);
  }
  void stroke(const Json& command) {
    const Json& colour = command[2];
    HPDF_Page_SetRGBStroke(page_, part(colour, 0), part(colour, 1), part(colour, 2));
    HPDF_Page_SetLineWidth(page_, command[3]);
    HPDF_Page_SetLineCap(page_, static_cast<HPDF_LineCap>(command[4].get<int>()));
    HPDF_Page_SetLineJoin(page_, static_cast<HPDF_LineJoin>(command[5].get<int>()));
    std::vector<HPDF_UINT16> dash;  // whole points are all it takes
    for (const double length : command[6])
      dash.push_back(static_cast<HPDF_UINT16>(std::max(1L, std::lround(length))));
    HPDF_Page_SetDash(page_, dash.data(), static_cast<HPDF_UINT>(dash.size()), 0);
    path(command[1]);
    HPDF_Page_Stroke(page_);
  }
  void text(const Json& command) {
    set_fill(command[5]);
    HPDF_Page_BeginText(page_);
    HPDF_Page_SetFontAndSize(page_, fonts_.at(command[4]), command[3]);
    HPDF_Page_TextOut(page_, command[1], height_ - command[2].get<float>(),
                      command[6].get<std::string>().c_str());
    HPDF_Page_EndText(page_);
  }

  HPDF_Page page_;
  float height_;
  const std::map<std::string, HPDF_Font>& fonts_;
};

}  // namespace

std::string stock_libharu(const std::string& drawing) {
  const Json written = Json::parse(drawing);
  const std::unique_ptr<HPDF_Doc_Rec, decltype(&HPDF_Free)> pdf(HPDF_New(stop, nullptr), HPDF_Free);
  HPDF_SetCompressionMode(pdf.get(), HPDF_COMP_ALL);
  HPDF_UseUTFEncodings(pdf.get());
  std::map<std::string, HPDF_Font> fonts;
  for (const auto& [name, file] : written["fonts"].items()) {
    const char* loaded =
        HPDF_LoadTTFontFromFile(pdf.get(), file.get<std::string>().c_str(), HPDF_TRUE);
    fonts[name] = HPDF_GetFont(pdf.get(), loaded, "UTF-8");
  }
  for (const Json& page : written["pages"]) {
    StockPage stock(HPDF_AddPage(pdf.get()), page, fonts);
    for (const Json& command : page["commands"]) stock.draw(command);
  }
  HPDF_SaveToStream(pdf.get());
  HPDF_UINT32 size = HPDF_GetStreamSize(pdf.get());
  std::string bytes(size, '\0');
  HPDF_ReadFromStream(pdf.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  return bytes;
}

}  // namespace kinescript::bench
