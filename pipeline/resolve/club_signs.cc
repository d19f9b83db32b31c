#include "resolve/club_signs.h"

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {151, 126, 221, 124},     // near:free
    {-43, 21, -67, -24},      // near:of
    {184, 143, 185, 89},      // near:post
    {218, 162, 185, 95},      // near:where
    {43, 33, -7, -6},         // near:with
    {-11, -13, -8, -7},       // near:opponent
    {-1, -2, -4, -1},         // near:pair
    {89, 119, 162, 93},       // near:governed
    {62, 62, 62, 32},         // clause:free
    {54, 54, 54, 26},         // clause:of
    {138, 138, 138, 68},      // clause:post
    {2, 2, 2, 1},             // clause:where
    {18, 18, 18, 7},          // clause:with
    {0, 0, 0, 0},             // clause:opponent
    {4, 4, 4, 2},             // clause:pair
    {27, 27, 27, 16},         // clause:governed
    {223, 226, 446, 225},     // side:free
    {0, 0, 0, 0},             // side:of
    {0, 0, 0, 0},             // side:post
    {0, 0, 0, 0},             // side:where
    {94, 94, 187, 93},        // side:with
    {0, 0, 0, 0},             // side:opponent
    {0, 0, 0, 0},             // side:pair
    {41, 41, 83, 47},         // side:governed
    {-15, -15, -15, -7},      // before:free
    {-1, -1, -1, -1},         // before:of
    {0, 0, 0, 0},             // before:post
    {0, 0, 0, 0},             // before:where
    {-15, -15, -15, -8},      // before:with
    {0, 0, 0, 0},             // before:opponent
    {0, 0, 0, 0},             // before:pair
    {-27, -27, -27, -14},     // before:governed
    {33, 118, 114, 55},       // after:free
    {35, -31, -46, -17},      // after:of
    {118, 58, 127, 64},       // after:post
    {-8, -14, -10, -5},       // after:where
    {10, -15, -30, -15},      // after:with
    {-49, -30, -41, -20},     // after:opponent
    {102, 59, 54, 27},        // after:pair
    {-65, -109, -73, -37},    // after:governed
    {141, 141, 141, 70},      // later:free
    {0, 0, 0, 0},             // later:of
    {0, 0, 0, 0},             // later:post
    {0, 0, 0, 0},             // later:where
    {-13, -13, -13, -6},      // later:with
    {0, 0, 0, 0},             // later:opponent
    {5, 5, 5, 2},             // later:pair
    {51, 51, 51, 26},         // later:governed
    {62, 144, 140, 77},       // last:free
    {-28, 94, 78, 40},        // last:of
    {23, 57, -40, -23},       // last:post
    {0, 0, 0, 0},             // last:where
    {-29, -16, -24, -17},     // last:with
    {-13, -12, -18, -9},      // last:opponent
    {75, 54, 38, 23},         // last:pair
    {-26, 83, 42, 27},        // last:governed
    {110, 110, 110, 54},      // two_back:free
    {15, 15, 15, 7},          // two_back:of
    {-38, -38, -38, -19},     // two_back:post
    {0, 0, 0, 0},             // two_back:where
    {3, 3, 3, 1},             // two_back:with
    {-28, -28, -28, -14},     // two_back:opponent
    {66, 66, 66, 34},         // two_back:pair
    {6, 6, 6, 2},             // two_back:governed
    {38, 38, 38, 26},         // paragraph:free
    {22, 22, 22, 16},         // paragraph:of
    {-12, -12, -12, -6},      // paragraph:post
    {0, 0, 0, 0},             // paragraph:where
    {-3, -3, -3, -2},         // paragraph:with
    {-48, -48, -48, -29},     // paragraph:opponent
    {56, 56, 56, 28},         // paragraph:pair
    {71, 71, 71, 35},         // paragraph:governed
    {-97, -97, -97, -48},     // aside:free
    {0, 0, 0, 0},             // aside:of
    {0, 0, 0, 0},             // aside:post
    {0, 0, 0, 0},             // aside:where
    {-1, -1, -1, 0},          // aside:with
    {0, 0, 0, 0},             // aside:opponent
    {0, 0, 0, 0},             // aside:pair
    {26, 26, 26, 13},         // aside:governed
    {77, 77, 77, 63},         // title:free
    {2, 2, 2, -4},            // title:of
    {-2, -2, -2, 0},          // title:post
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // title:with
    {-9, -9, -9, 4},          // title:opponent
    {21, 21, 21, 10},         // title:pair
    {-8, -8, -8, -2},         // title:governed
    {88, 88, 88, 55},         // heading:free
    {-133, -133, -133, -70},  // heading:of
    {12, 12, 12, 7},          // heading:post
    {0, 0, 0, 0},             // heading:where
    {-46, -46, -46, -23},     // heading:with
    {45, 45, 45, 22},         // heading:opponent
    {13, 13, 13, 13},         // heading:pair
    {-71, -71, -71, -35},     // heading:governed
    {277, 198, 321, 165},     // near_plain
    {169, 241, 199, 130},     // near_verb
    {81, 81, 81, 39},         // clause_plain
    {178, 178, 178, 89},      // clause_verb
    {96, 96, 96, 43},         // after_plain
    {-12, -12, -12, 1},       // after_verb
    {48, 48, 48, 30},         // subject
    {-68, -68, -68, -35},     // epithet_here
    {36, 36, 36, 13},         // epithet_back
    {-31, -31, -31, -27},     // paragraph_ago
    {-61, -61, -61, -45},     // earlier
    {-7, 52, 22, 11},         // tied_here
    {65, 106, 12, 20},        // tied_paragraph
    {134, 249, 106, 49},      // tied
    {-89, -16, 4, 5},         // first_tied
    {129, 91, 75, 57},        // last_post
    {108, 108, 108, 72},      // last_named
    {82, 183, 130, 66},       // headed
    {97, 48, 124, 69},        // main
    {214, 104, 221, 113},     // clear_main
    {94, 60, 43, 32},         // newcomer
    {-37, -44, -89, -47},     // most
    {-82, -82, -82, -56},     // once
    {68, 68, 68, 34},         // half
    {144, 144, 144, 70},      // third
    {79, 79, 79, 52},         // sixth
    {0, 0, 0, 54},            // team
    {0, 0, 0, 18},            // protagonist
    {0, 0, 0, 2},             // one_of_two
    {0, 0, 0, 2},             // topic
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
