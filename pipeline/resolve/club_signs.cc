#include "resolve/club_signs.h"

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {148, 131, 213, 115},     // near:free
    {-78, -11, -40, -15},     // near:of
    {182, 148, 175, 89},      // near:post
    {248, 210, 185, 100},     // near:where
    {26, 22, -12, -11},       // near:with
    {-25, -23, -16, -9},      // near:opponent
    {-1, -1, -3, 0},          // near:pair
    {147, 134, 175, 97},      // near:governed
    {51, 51, 51, 27},         // clause:free
    {33, 33, 33, 15},         // clause:of
    {182, 182, 182, 86},      // clause:post
    {2, 2, 2, 1},             // clause:where
    {7, 7, 7, 2},             // clause:with
    {0, 0, 0, 0},             // clause:opponent
    {2, 2, 2, 1},             // clause:pair
    {10, 10, 10, 9},          // clause:governed
    {219, 220, 436, 219},     // side:free
    {0, 0, 0, 0},             // side:of
    {0, 0, 0, 0},             // side:post
    {0, 0, 0, 0},             // side:where
    {84, 84, 168, 84},        // side:with
    {0, 0, 0, 0},             // side:opponent
    {0, 0, 0, 0},             // side:pair
    {35, 35, 69, 39},         // side:governed
    {-17, -17, -17, -10},     // before:free
    {-2, -2, -2, -2},         // before:of
    {-1, -1, -1, 0},          // before:post
    {0, 0, 0, 0},             // before:where
    {-14, -14, -14, -7},      // before:with
    {0, 0, 0, 0},             // before:opponent
    {0, 0, 0, 0},             // before:pair
    {-23, -23, -23, -12},     // before:governed
    {-12, 94, 79, 38},        // after:free
    {9, -59, -71, -35},       // after:of
    {118, 83, 117, 58},       // after:post
    {-7, -10, -9, -6},        // after:where
    {-5, -74, -38, -20},      // after:with
    {-50, -33, -42, -21},     // after:opponent
    {85, 49, 44, 22},         // after:pair
    {-1, -38, -72, -36},      // after:governed
    {135, 135, 135, 68},      // later:free
    {0, 0, 0, 0},             // later:of
    {0, 0, 0, 0},             // later:post
    {0, 0, 0, 0},             // later:where
    {-17, -17, -17, -8},      // later:with
    {0, 0, 0, 0},             // later:opponent
    {6, 6, 6, 3},             // later:pair
    {71, 71, 71, 36},         // later:governed
    {32, 117, 115, 70},       // last:free
    {25, 70, 38, 20},         // last:of
    {51, 34, -34, -18},       // last:post
    {0, 0, 0, 0},             // last:where
    {-38, -27, -43, -22},     // last:with
    {-42, -31, -39, -20},     // last:opponent
    {100, 64, 50, 32},        // last:pair
    {-50, 75, 35, 20},        // last:governed
    {83, 83, 83, 37},         // two_back:free
    {21, 21, 21, 13},         // two_back:of
    {-37, -37, -37, -19},     // two_back:post
    {0, 0, 0, 0},             // two_back:where
    {41, 41, 41, 19},         // two_back:with
    {-25, -25, -25, -13},     // two_back:opponent
    {44, 44, 44, 22},         // two_back:pair
    {-33, -33, -33, -17},     // two_back:governed
    {25, 25, 25, 19},         // paragraph:free
    {4, 4, 4, 6},             // paragraph:of
    {-20, -20, -20, -10},     // paragraph:post
    {0, 0, 0, 0},             // paragraph:where
    {4, 4, 4, 1},             // paragraph:with
    {-25, -25, -25, -15},     // paragraph:opponent
    {171, 171, 171, 86},      // paragraph:pair
    {46, 46, 46, 22},         // paragraph:governed
    {-81, -81, -81, -40},     // aside:free
    {0, 0, 0, 0},             // aside:of
    {0, 0, 0, 0},             // aside:post
    {0, 0, 0, 0},             // aside:where
    {-7, -7, -7, -4},         // aside:with
    {0, 0, 0, 0},             // aside:opponent
    {0, 0, 0, 0},             // aside:pair
    {28, 28, 28, 14},         // aside:governed
    {59, 59, 59, 48},         // title:free
    {-11, -11, -11, -5},      // title:of
    {-18, -18, -18, -10},     // title:post
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // title:with
    {-6, -6, -6, 4},          // title:opponent
    {24, 24, 24, 12},         // title:pair
    {-80, -80, -80, -35},     // title:governed
    {71, 71, 71, 51},         // heading:free
    {-138, -138, -138, -69},  // heading:of
    {19, 19, 19, 11},         // heading:post
    {0, 0, 0, 0},             // heading:where
    {-40, -40, -40, -20},     // heading:with
    {34, 34, 34, 17},         // heading:opponent
    {13, 13, 13, 10},         // heading:pair
    {-90, -90, -90, -45},     // heading:governed
    {259, 204, 291, 149},     // near_plain
    {198, 259, 213, 131},     // near_verb
    {88, 88, 88, 46},         // clause_plain
    {167, 167, 167, 81},      // clause_verb
    {88, 88, 88, 39},         // after_plain
    {-23, -23, -23, -11},     // after_verb
    {50, 50, 50, 26},         // subject
    {-26, -26, -26, -11},     // epithet_here
    {35, 35, 35, 13},         // epithet_back
    {-25, -25, -25, -19},     // paragraph_ago
    {-58, -58, -58, -36},     // earlier
    {-26, -7, -42, -22},      // tied_here
    {57, 164, 53, 41},        // tied_paragraph
    {137, 198, 118, 58},      // tied
    {-54, -31, 3, 12},        // first_tied
    {103, 128, 101, 77},      // last_post
    {122, 122, 122, 81},      // last_named
    {103, 172, 128, 68},      // headed
    {89, 24, 123, 68},        // main
    {209, 127, 213, 113},     // clear_main
    {54, -20, -3, 8},         // newcomer
    {-23, -25, -83, -27},     // most
    {-78, -78, -78, -69},     // once
    {80, 80, 80, 40},         // half
    {111, 111, 111, 53},      // third
    {70, 70, 70, 57},         // sixth
    {0, 0, 0, 58},            // team
    {0, 0, 0, 20},            // protagonist
    {0, 0, 0, 8},             // one_of_two
    {0, 0, 0, 1},             // topic
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
