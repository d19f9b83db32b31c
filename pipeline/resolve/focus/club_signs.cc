#include "resolve/focus/club_signs.h"

#include <array>

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {266, 180, 268, 142},     // near_plain
    {177, 215, 216, 126},     // near_verb
    {98, 98, 98, 42},         // after_plain
    {28, 28, 28, 15},         // after_verb
    {70, 70, 70, 34},         // subject
    {-22, -22, -22, -8},      // epithet_here
    {18, 18, 18, 8},          // epithet_back
    {-35, -35, -35, -20},     // paragraph_ago
    {-52, -52, -52, -40},     // earlier
    {70, 28, 126, 74},        // main
    {199, 120, 204, 117},     // clear_main
    {98, 29, 22, 18},         // newcomer
    {130, 174, 122, 68},      // headed
    {-42, -50, -94, -26},     // most
    {-90, -90, -90, -72},     // once
    {90, 90, 90, 44},         // half
    {105, 105, 105, 53},      // third
    {66, 66, 66, 51},         // sixth
    {167, 182, 229, 122},     // near:free
    {159, 159, 159, 80},      // clause:free
    {278, 242, 408, 204},     // side:free
    {-6, -6, -6, -4},         // before:free
    {-6, 92, 62, 29},         // after:free
    {34, 34, 34, 17},         // later:free
    {40, 120, 93, 49},        // last:free
    {86, 86, 86, 44},         // two_back:free
    {37, 37, 37, 24},         // paragraph:free
    {42, 42, 42, 21},         // aside:free
    {66, 66, 66, 52},         // title:free
    {78, 78, 78, 48},         // heading:free
    {-62, 0, -26, -6},        // near:of
    {62, 62, 62, 32},         // clause:of
    {0, 0, 0, 0},             // side:of
    {-1, -1, -1, 0},          // before:of
    {26, -37, -28, -14},      // after:of
    {-10, -10, -10, -5},      // later:of
    {63, 100, 80, 40},        // last:of
    {28, 28, 28, 14},         // two_back:of
    {6, 6, 6, 4},             // paragraph:of
    {0, 0, 0, 0},             // aside:of
    {0, 0, 0, -2},            // title:of
    {-135, -135, -135, -68},  // heading:of
    {194, 147, 208, 107},     // near:post
    {203, 203, 203, 100},     // clause:post
    {0, 0, 0, 0},             // side:post
    {-1, -1, -1, 0},          // before:post
    {64, 44, 85, 42},         // after:post
    {-5, -5, -5, -2},         // later:post
    {56, 22, -50, -24},       // last:post
    {-51, -51, -51, -25},     // two_back:post
    {-10, -10, -10, -5},      // paragraph:post
    {0, 0, 0, 0},             // aside:post
    {-22, -22, -22, -10},     // title:post
    {15, 15, 15, 8},          // heading:post
    {196, 113, 82, 47},       // near:where
    {7, 7, 7, 4},             // clause:where
    {0, 0, 0, 0},             // side:where
    {0, 0, 0, 0},             // before:where
    {-10, -12, -10, -6},      // after:where
    {0, 0, 0, 0},             // later:where
    {0, 0, 0, 0},             // last:where
    {0, 0, 0, 0},             // two_back:where
    {0, 0, 0, 0},             // paragraph:where
    {0, 0, 0, 0},             // aside:where
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // heading:where
    {5, 28, -15, -8},         // near:with
    {61, 61, 61, 32},         // clause:with
    {73, 73, 147, 73},        // side:with
    {-10, -10, -10, -5},      // before:with
    {20, -44, -22, -12},      // after:with
    {-33, -33, -33, -16},     // later:with
    {-38, -42, -67, -38},     // last:with
    {18, 18, 18, 7},          // two_back:with
    {-13, -13, -13, -7},      // paragraph:with
    {-39, -39, -39, -20},     // aside:with
    {0, 0, 0, 0},             // title:with
    {-17, -17, -17, -8},      // heading:with
    {-36, -24, -20, -12},     // near:opponent
    {0, 0, 0, 0},             // clause:opponent
    {-1, 0, 0, 0},            // side:opponent
    {0, 0, 0, 0},             // before:opponent
    {-54, -36, -50, -25},     // after:opponent
    {-1, -1, -1, 0},          // later:opponent
    {-2, -16, -26, -14},      // last:opponent
    {-19, -19, -19, -10},     // two_back:opponent
    {-14, -14, -14, -7},      // paragraph:opponent
    {0, 0, 0, 0},             // aside:opponent
    {-5, -5, -5, 4},          // title:opponent
    {32, 32, 32, 16},         // heading:opponent
    {-4, -4, -8, -2},         // near:pair
    {6, 6, 6, 3},             // clause:pair
    {0, 0, 0, 0},             // side:pair
    {2, 2, 2, 1},             // before:pair
    {38, 38, 26, 13},         // after:pair
    {20, 20, 20, 10},         // later:pair
    {82, 50, 44, 23},         // last:pair
    {42, 42, 42, 21},         // two_back:pair
    {140, 140, 140, 70},      // paragraph:pair
    {3, 3, 3, 2},             // aside:pair
    {27, 27, 27, 14},         // title:pair
    {-24, -24, -24, -10},     // heading:pair
    {136, 100, 199, 103},     // near:governed
    {58, 58, 58, 32},         // clause:governed
    {103, 118, 192, 98},      // side:governed
    {-26, -26, -26, -13},     // before:governed
    {14, 4, -60, -30},        // after:governed
    {-39, -39, -39, -20},     // later:governed
    {-29, 72, 37, 26},        // last:governed
    {-8, -8, -8, -4},         // two_back:governed
    {56, 56, 56, 28},         // paragraph:governed
    {73, 73, 73, 36},         // aside:governed
    {-63, -63, -63, -26},     // title:governed
    {-74, -74, -74, -38},     // heading:governed
    {-73, 16, -35, -12},      // tied_here
    {57, 130, 81, 58},        // tied_paragraph
    {148, 216, 137, 69},      // tied
    {6, -31, -4, 6},          // first_tied
    {120, 108, 156, 78},      // beside_person
    {68, 6, -14, 6},          // post_here
    {65, 136, 56, 58},        // last_post
    {127, 127, 127, 89},      // last_named
    {-112, -112, -112, -56},  // nation
    {0, 0, 0, -8},            // played
    {0, 0, 0, 28},            // protagonist
    {0, 0, 0, 8},             // one_of_two
    {0, 0, 0, 4},             // topic
    {172, 172, 172, 0},       // owner
    {119, 119, 119, 0},       // town_here
    {63, 63, 63, 0},          // town_last
    {62, 62, 62, 0},          // town_page
    {18, 18, 18, 0},          // town_most
    {98, 98, 98, 0},          // ground
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
