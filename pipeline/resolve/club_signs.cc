#include "resolve/club_signs.h"

namespace panchina {
namespace {

// By sign: post, departure, deed.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {151, 126, 221},     // near:free
    {-43, 21, -67},      // near:of
    {184, 143, 185},     // near:post
    {218, 162, 185},     // near:where
    {43, 33, -7},        // near:with
    {-11, -13, -8},      // near:opponent
    {-1, -2, -4},        // near:pair
    {89, 119, 162},      // near:governed
    {62, 62, 62},        // clause:free
    {54, 54, 54},        // clause:of
    {138, 138, 138},     // clause:post
    {2, 2, 2},           // clause:where
    {18, 18, 18},        // clause:with
    {0, 0, 0},           // clause:opponent
    {4, 4, 4},           // clause:pair
    {27, 27, 27},        // clause:governed
    {223, 226, 446},     // side:free
    {0, 0, 0},           // side:of
    {0, 0, 0},           // side:post
    {0, 0, 0},           // side:where
    {94, 94, 187},       // side:with
    {0, 0, 0},           // side:opponent
    {0, 0, 0},           // side:pair
    {41, 41, 83},        // side:governed
    {-15, -15, -15},     // before:free
    {-1, -1, -1},        // before:of
    {0, 0, 0},           // before:post
    {0, 0, 0},           // before:where
    {-15, -15, -15},     // before:with
    {0, 0, 0},           // before:opponent
    {0, 0, 0},           // before:pair
    {-27, -27, -27},     // before:governed
    {33, 118, 114},      // after:free
    {35, -31, -46},      // after:of
    {118, 58, 127},      // after:post
    {-8, -14, -10},      // after:where
    {10, -15, -30},      // after:with
    {-49, -30, -41},     // after:opponent
    {102, 59, 54},       // after:pair
    {-65, -109, -73},    // after:governed
    {141, 141, 141},     // later:free
    {0, 0, 0},           // later:of
    {0, 0, 0},           // later:post
    {0, 0, 0},           // later:where
    {-13, -13, -13},     // later:with
    {0, 0, 0},           // later:opponent
    {5, 5, 5},           // later:pair
    {51, 51, 51},        // later:governed
    {62, 144, 140},      // last:free
    {-28, 94, 78},       // last:of
    {23, 57, -40},       // last:post
    {0, 0, 0},           // last:where
    {-29, -16, -24},     // last:with
    {-13, -12, -18},     // last:opponent
    {75, 54, 38},        // last:pair
    {-26, 83, 42},       // last:governed
    {110, 110, 110},     // two_back:free
    {15, 15, 15},        // two_back:of
    {-38, -38, -38},     // two_back:post
    {0, 0, 0},           // two_back:where
    {3, 3, 3},           // two_back:with
    {-28, -28, -28},     // two_back:opponent
    {66, 66, 66},        // two_back:pair
    {6, 6, 6},           // two_back:governed
    {38, 38, 38},        // paragraph:free
    {22, 22, 22},        // paragraph:of
    {-12, -12, -12},     // paragraph:post
    {0, 0, 0},           // paragraph:where
    {-3, -3, -3},        // paragraph:with
    {-48, -48, -48},     // paragraph:opponent
    {56, 56, 56},        // paragraph:pair
    {71, 71, 71},        // paragraph:governed
    {-97, -97, -97},     // aside:free
    {0, 0, 0},           // aside:of
    {0, 0, 0},           // aside:post
    {0, 0, 0},           // aside:where
    {-1, -1, -1},        // aside:with
    {0, 0, 0},           // aside:opponent
    {0, 0, 0},           // aside:pair
    {26, 26, 26},        // aside:governed
    {77, 77, 77},        // title:free
    {2, 2, 2},           // title:of
    {-2, -2, -2},        // title:post
    {0, 0, 0},           // title:where
    {0, 0, 0},           // title:with
    {-9, -9, -9},        // title:opponent
    {21, 21, 21},        // title:pair
    {-8, -8, -8},        // title:governed
    {88, 88, 88},        // heading:free
    {-133, -133, -133},  // heading:of
    {12, 12, 12},        // heading:post
    {0, 0, 0},           // heading:where
    {-46, -46, -46},     // heading:with
    {45, 45, 45},        // heading:opponent
    {13, 13, 13},        // heading:pair
    {-71, -71, -71},     // heading:governed
    {277, 198, 321},     // near_plain
    {169, 241, 199},     // near_verb
    {81, 81, 81},        // clause_plain
    {178, 178, 178},     // clause_verb
    {96, 96, 96},        // after_plain
    {-12, -12, -12},     // after_verb
    {48, 48, 48},        // subject
    {-68, -68, -68},     // epithet_here
    {36, 36, 36},        // epithet_back
    {-31, -31, -31},     // paragraph_ago
    {-61, -61, -61},     // earlier
    {-7, 52, 22},        // tied_here
    {65, 106, 12},       // tied_paragraph
    {134, 249, 106},     // tied
    {-89, -16, 4},       // first_tied
    {129, 91, 75},       // last_post
    {108, 108, 108},     // last_named
    {82, 183, 130},      // headed
    {97, 48, 124},       // main
    {214, 104, 221},     // clear_main
    {94, 60, 43},        // newcomer
    {-37, -44, -89},     // most
    {-82, -82, -82},     // once
    {68, 68, 68},        // half
    {144, 144, 144},     // third
    {79, 79, 79},        // sixth
                         // end of the fitted table
}};

}  // namespace

int weight_of(const ClubCandidate& candidate, Matter matter) {
  int sum = 0;
  for (std::size_t sign = 0; sign < kClubSigns; ++sign) {
    if (candidate.signs[sign]) sum += kWeights[sign][static_cast<std::size_t>(matter)];
  }
  return sum;
}

}  // namespace panchina
