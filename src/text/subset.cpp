// SPDX-License-Identifier: MIT
#include "text/subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <memory>
#include <new>

#include "base/error.h"

namespace kinescript {
namespace {

template <auto function>
struct Release {
  template <class T>
  void operator()(T* object) const {
    function(object);
  }
};
using Input = std::unique_ptr<hb_subset_input_t, Release<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Release<hb_subset_plan_destroy>>;
using Cut = std::unique_ptr<hb_face_t, Release<hb_face_destroy>>;
using Blob = std::unique_ptr<hb_blob_t, Release<hb_blob_destroy>>;

// What a PDF does not read. Without GSUB no glyph is kept only because a shaper could reach it.
constexpr const char* kDropped[] = {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "name", "post",
                                    "OS/2", "kern", "cmap", "DSIG", "gasp", "FFTM", "STAT", "meta"};

}  // namespace

FontSubset subset(const Face& face, const std::vector<std::uint32_t>& glyphs) {
  const Input input(hb_subset_input_create_or_fail());
  if (!input) throw std::bad_alloc();
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* table : kDropped) hb_set_add(dropped, hb_tag_from_string(table, -1));
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);

  const Plan plan(hb_subset_plan_create_or_fail(face.face(), input.get()));
  const Cut cut(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
  if (!cut)
    throw Error(ErrorKind::invalid, face.name(),
                "This font is damaged and cannot be put into a document. Install the package "
                "fonts-noto-core again.");
  FontSubset part;
  const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const std::uint32_t glyph : glyphs)
    part.renumbered[glyph] = static_cast<std::uint16_t>(hb_map_get(renumbered, glyph));
  const Blob bytes(hb_face_reference_blob(cut.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(bytes.get(), &size);
  part.bytes.assign(data, size);
  return part;
}

}  // namespace kinescript
