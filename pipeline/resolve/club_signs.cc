#include "resolve/club_signs.h"

#include <array>

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {262, 173, 268, 145},     // near_plain
    {176, 238, 217, 133},     // near_verb
    {99, 99, 99, 46},         // after_plain
    {16, 16, 16, 11},         // after_verb
    {67, 67, 67, 35},         // subject
    {-14, -14, -14, -4},      // epithet_here
    {18, 18, 18, 8},          // epithet_back
    {-35, -35, -35, -20},     // paragraph_ago
    {-53, -53, -53, -40},     // earlier
    {74, 25, 124, 75},        // main
    {193, 122, 200, 109},     // clear_main
    {89, 41, 18, 12},         // newcomer
    {131, 170, 125, 70},      // headed
    {-28, -42, -86, -19},     // most
    {-85, -85, -85, -71},     // once
    {88, 88, 88, 44},         // half
    {109, 109, 109, 56},      // third
    {68, 68, 68, 54},         // sixth
    {161, 147, 218, 122},     // near:free
    {154, 154, 154, 80},      // clause:free
    {272, 240, 408, 203},     // side:free
    {-6, -6, -6, -6},         // before:free
    {-8, 94, 66, 35},         // after:free
    {37, 37, 37, 18},         // later:free
    {40, 125, 83, 55},        // last:free
    {84, 84, 84, 39},         // two_back:free
    {27, 27, 27, 20},         // paragraph:free
    {33, 33, 33, 16},         // aside:free
    {69, 69, 69, 52},         // title:free
    {76, 76, 76, 48},         // heading:free
    {-68, 8, -27, -8},        // near:of
    {64, 64, 64, 33},         // clause:of
    {0, 0, 0, 0},             // side:of
    {-1, -1, -1, 0},          // before:of
    {25, -39, -28, -15},      // after:of
    {-10, -10, -10, -5},      // later:of
    {75, 85, 85, 45},         // last:of
    {26, 26, 26, 15},         // two_back:of
    {18, 18, 18, 16},         // paragraph:of
    {0, 0, 0, 0},             // aside:of
    {3, 3, 3, 0},             // title:of
    {-143, -143, -143, -71},  // heading:of
    {196, 149, 204, 104},     // near:post
    {207, 207, 207, 100},     // clause:post
    {0, 0, -1, 0},            // side:post
    {-1, -1, -1, 0},          // before:post
    {63, 45, 87, 44},         // after:post
    {-5, -5, -5, -2},         // later:post
    {63, 25, -36, -18},       // last:post
    {-49, -49, -49, -24},     // two_back:post
    {-7, -7, -7, -4},         // paragraph:post
    {0, 0, 0, 0},             // aside:post
    {-20, -20, -20, -11},     // title:post
    {17, 17, 17, 9},          // heading:post
    {171, 94, 67, 41},        // near:where
    {9, 9, 9, 4},             // clause:where
    {0, 0, 0, 0},             // side:where
    {0, 0, 0, 0},             // before:where
    {-11, -13, -10, -7},      // after:where
    {-1, -1, -1, 0},          // later:where
    {0, 0, 0, 0},             // last:where
    {0, 0, 0, 0},             // two_back:where
    {0, 0, 0, 0},             // paragraph:where
    {0, 0, 0, 0},             // aside:where
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // heading:where
    {6, 19, -18, -9},         // near:with
    {65, 65, 65, 33},         // clause:with
    {76, 76, 152, 75},        // side:with
    {-11, -11, -11, -5},      // before:with
    {13, -66, -27, -13},      // after:with
    {-35, -35, -35, -18},     // later:with
    {-38, -32, -47, -28},     // last:with
    {23, 23, 23, 9},          // two_back:with
    {-12, -12, -12, -9},      // paragraph:with
    {-39, -39, -39, -20},     // aside:with
    {0, 0, 0, 0},             // title:with
    {-27, -27, -27, -13},     // heading:with
    {-38, -26, -21, -11},     // near:opponent
    {0, 0, 0, 0},             // clause:opponent
    {-1, -1, -1, -1},         // side:opponent
    {0, 0, 0, 0},             // before:opponent
    {-51, -34, -48, -24},     // after:opponent
    {-2, -2, -2, -1},         // later:opponent
    {-6, -17, -28, -15},      // last:opponent
    {-14, -14, -14, -8},      // two_back:opponent
    {-15, -15, -15, -8},      // paragraph:opponent
    {0, 0, 0, 0},             // aside:opponent
    {-4, -4, -4, 3},          // title:opponent
    {33, 33, 33, 16},         // heading:opponent
    {-3, -3, -8, -3},         // near:pair
    {5, 5, 5, 2},             // clause:pair
    {0, 0, 0, 0},             // side:pair
    {1, 1, 1, 0},             // before:pair
    {39, 41, 27, 14},         // after:pair
    {20, 20, 20, 10},         // later:pair
    {84, 51, 46, 26},         // last:pair
    {44, 44, 44, 22},         // two_back:pair
    {123, 123, 123, 59},      // paragraph:pair
    {3, 3, 3, 2},             // aside:pair
    {28, 28, 28, 14},         // title:pair
    {-20, -20, -20, -4},      // heading:pair
    {144, 114, 185, 100},     // near:governed
    {60, 60, 60, 32},         // clause:governed
    {89, 89, 178, 94},        // side:governed
    {-25, -25, -25, -13},     // before:governed
    {12, 2, -61, -31},        // after:governed
    {-39, -39, -39, -20},     // later:governed
    {-34, 88, 27, 21},        // last:governed
    {-6, -6, -6, -5},         // two_back:governed
    {39, 39, 39, 16},         // paragraph:governed
    {81, 81, 81, 40},         // aside:governed
    {-62, -62, -62, -27},     // title:governed
    {-85, -85, -85, -43},     // heading:governed
    {-74, 8, -21, -9},        // tied_here
    {68, 141, 76, 58},        // tied_paragraph
    {160, 222, 155, 80},      // tied
    {-3, -39, -1, 9},         // first_tied
    {119, 91, 157, 78},       // beside_person
    {67, 12, -4, 6},          // post_here
    {65, 115, 51, 56},        // last_post
    {128, 128, 128, 88},      // last_named
    {-124, -124, -124, -61},  // nation
    {0, 0, 0, -11},           // played
    {0, 0, 0, 26},            // protagonist
    {0, 0, 0, 7},             // one_of_two
    {0, 0, 0, 4},             // topic
                              // end of the fitted table
}};

}  // namespace

int weight_of(const Candidate& candidate, Matter matter) {
  int sum = 0;
  // A few of many are set; libstdc++ goes from one to the next.
  const auto& signs = candidate.signs;
  for (std::size_t sign = signs._Find_first(); sign < kClubSigns; sign = signs._Find_next(sign)) {
    sum += kWeights[sign][static_cast<std::size_t>(matter)];
  }
  return sum;
}

}  // namespace panchina
