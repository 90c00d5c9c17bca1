// SPDX-License-Identifier: MIT
// Vectors, 3x3 matrices and rotations in the figure's world (figure/skeleton.h has the axes).
// Degrees at every edge.
//
//   M3 leaning = rotate_z(-40);           // 40 degrees forward in the side view
//   V3 up = leaning * V3{0, 1, 0};
#pragma once
#include <cmath>

namespace kinescript {

struct V3 {
  double x = 0, y = 0, z = 0;
};
inline V3 operator+(V3 a, V3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
inline V3 operator-(V3 a, V3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
inline V3 operator*(V3 a, double k) { return {a.x * k, a.y * k, a.z * k}; }
inline double dot(V3 a, V3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline V3 cross(V3 a, V3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(V3 a) { return std::sqrt(dot(a, a)); }
inline V3 unit(V3 a) { return a * (1 / (length(a) + 1e-12)); }

// Rows of a 3x3 matrix.
struct M3 {
  V3 row0{1, 0, 0}, row1{0, 1, 0}, row2{0, 0, 1};
  V3 column(int j) const {
    return j == 0   ? V3{row0.x, row1.x, row2.x}
           : j == 1 ? V3{row0.y, row1.y, row2.y}
                    : V3{row0.z, row1.z, row2.z};
  }
};
inline M3 from_columns(V3 a, V3 b, V3 c) {
  return {{a.x, b.x, c.x}, {a.y, b.y, c.y}, {a.z, b.z, c.z}};
}
inline M3 transpose(const M3& m) { return from_columns(m.row0, m.row1, m.row2); }
inline V3 operator*(const M3& m, V3 v) { return {dot(m.row0, v), dot(m.row1, v), dot(m.row2, v)}; }
inline M3 operator*(const M3& a, const M3& b) {
  return from_columns(a * b.column(0), a * b.column(1), a * b.column(2));
}
inline M3 scale_columns(const M3& m, double x, double y, double z) {
  return from_columns(m.column(0) * x, m.column(1) * y, m.column(2) * z);
}

constexpr double kDegree = 3.14159265358979323846 / 180;
inline M3 rotate_x(double degrees) {
  const double c = std::cos(degrees * kDegree), s = std::sin(degrees * kDegree);
  return {{1, 0, 0}, {0, c, -s}, {0, s, c}};
}
inline M3 rotate_y(double degrees) {
  const double c = std::cos(degrees * kDegree), s = std::sin(degrees * kDegree);
  return {{c, 0, s}, {0, 1, 0}, {-s, 0, c}};
}
inline M3 rotate_z(double degrees) {
  const double c = std::cos(degrees * kDegree), s = std::sin(degrees * kDegree);
  return {{c, -s, 0}, {s, c, 0}, {0, 0, 1}};
}

// 0 below 0, 1 above 1, 3x²-2x³ between.
inline double smoothstep(double x) {
  x = x < 0 ? 0 : x > 1 ? 1 : x;
  return x * x * (3 - 2 * x);
}

}  // namespace kinescript
