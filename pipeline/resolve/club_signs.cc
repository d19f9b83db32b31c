#include "resolve/club_signs.h"

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {141, 133, 222, 119},     // near:free
    {-62, -5, -71, -31},      // near:of
    {156, 137, 180, 92},      // near:post
    {252, 226, 195, 100},     // near:where
    {25, 14, -11, -11},       // near:with
    {-15, -14, -10, -5},      // near:opponent
    {-1, -2, -4, 0},          // near:pair
    {116, 122, 161, 92},      // near:governed
    {70, 70, 70, 36},         // clause:free
    {47, 47, 47, 23},         // clause:of
    {143, 143, 143, 71},      // clause:post
    {5, 5, 5, 2},             // clause:where
    {4, 4, 4, 2},             // clause:with
    {0, 0, 0, 0},             // clause:opponent
    {3, 3, 3, 2},             // clause:pair
    {20, 20, 20, 15},         // clause:governed
    {231, 233, 461, 231},     // side:free
    {0, 0, 0, 0},             // side:of
    {0, 0, 0, 0},             // side:post
    {0, 0, 0, 0},             // side:where
    {95, 95, 190, 95},        // side:with
    {0, 0, 0, 0},             // side:opponent
    {0, 0, 0, 0},             // side:pair
    {43, 43, 87, 44},         // side:governed
    {-15, -15, -15, -7},      // before:free
    {-2, -2, -2, -1},         // before:of
    {-2, -2, -2, -1},         // before:post
    {0, 0, 0, 0},             // before:where
    {-12, -12, -12, -6},      // before:with
    {0, 0, 0, 0},             // before:opponent
    {0, 0, 0, 0},             // before:pair
    {-26, -26, -26, -13},     // before:governed
    {70, 117, 107, 56},       // after:free
    {34, -48, -44, -21},      // after:of
    {120, 95, 142, 71},       // after:post
    {-7, -11, -9, -5},        // after:where
    {-5, -67, -43, -22},      // after:with
    {-50, -29, -36, -18},     // after:opponent
    {92, 55, 48, 24},         // after:pair
    {-16, -28, -62, -31},     // after:governed
    {142, 142, 142, 71},      // later:free
    {0, 0, 0, 0},             // later:of
    {0, 0, 0, 0},             // later:post
    {0, 0, 0, 0},             // later:where
    {-10, -10, -10, -5},      // later:with
    {0, 0, 0, 0},             // later:opponent
    {6, 6, 6, 3},             // later:pair
    {53, 53, 53, 26},         // later:governed
    {64, 127, 130, 72},       // last:free
    {13, 67, 59, 33},         // last:of
    {38, 29, -62, -31},       // last:post
    {0, 0, 0, 0},             // last:where
    {-27, -25, -29, -18},     // last:with
    {-30, -22, -24, -12},     // last:opponent
    {119, 73, 56, 34},        // last:pair
    {-45, 81, 47, 25},        // last:governed
    {98, 98, 98, 45},         // two_back:free
    {34, 34, 34, 16},         // two_back:of
    {-38, -38, -38, -19},     // two_back:post
    {0, 0, 0, 0},             // two_back:where
    {13, 13, 13, 6},          // two_back:with
    {-25, -25, -25, -13},     // two_back:opponent
    {60, 60, 60, 30},         // two_back:pair
    {-23, -23, -23, -11},     // two_back:governed
    {34, 34, 34, 20},         // paragraph:free
    {-17, -17, -17, -8},      // paragraph:of
    {-15, -15, -15, -8},      // paragraph:post
    {0, 0, 0, 0},             // paragraph:where
    {10, 10, 10, 5},          // paragraph:with
    {-45, -45, -45, -23},     // paragraph:opponent
    {55, 55, 55, 28},         // paragraph:pair
    {64, 64, 64, 32},         // paragraph:governed
    {-98, -98, -98, -49},     // aside:free
    {0, 0, 0, 0},             // aside:of
    {0, 0, 0, 0},             // aside:post
    {0, 0, 0, 0},             // aside:where
    {-6, -6, -6, -3},         // aside:with
    {0, 0, 0, 0},             // aside:opponent
    {0, 0, 0, 0},             // aside:pair
    {35, 35, 35, 17},         // aside:governed
    {72, 72, 72, 52},         // title:free
    {-17, -17, -17, -7},      // title:of
    {-1, -1, -1, -1},         // title:post
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // title:with
    {-6, -6, -6, 1},          // title:opponent
    {26, 26, 26, 13},         // title:pair
    {-30, -30, -30, -8},      // title:governed
    {66, 66, 66, 42},         // heading:free
    {-148, -148, -148, -74},  // heading:of
    {14, 14, 14, 7},          // heading:post
    {0, 0, 0, 0},             // heading:where
    {-34, -34, -34, -17},     // heading:with
    {42, 42, 42, 21},         // heading:opponent
    {12, 12, 12, 8},          // heading:pair
    {-99, -99, -99, -49},     // heading:governed
    {292, 218, 319, 163},     // near_plain
    {203, 279, 209, 128},     // near_verb
    {88, 88, 88, 44},         // clause_plain
    {184, 184, 184, 95},      // clause_verb
    {92, 92, 92, 46},         // after_plain
    {-6, -6, -6, -3},         // after_verb
    {52, 52, 52, 32},         // subject
    {-50, -50, -50, -25},     // epithet_here
    {36, 36, 36, 16},         // epithet_back
    {-22, -22, -22, -12},     // paragraph_ago
    {-65, -65, -65, -42},     // earlier
    {21, -2, -40, -25},       // tied_here
    {77, 124, 61, 38},        // tied_paragraph
    {148, 230, 108, 56},      // tied
    {-61, 15, 26, 15},        // first_tied
    {101, 150, 64, 46},       // last_post
    {107, 107, 107, 71},      // last_named
    {108, 179, 128, 66},      // headed
    {101, 31, 131, 73},       // main
    {228, 125, 232, 124},     // clear_main
    {66, -15, -12, 2},        // newcomer
    {-39, -33, -93, -37},     // most
    {-74, -74, -74, -59},     // once
    {56, 56, 56, 28},         // half
    {109, 109, 109, 56},      // third
    {72, 72, 72, 50},         // sixth
    {0, 0, 0, 52},            // team
    {0, 0, 0, 14},            // protagonist
    {0, 0, 0, 4},             // one_of_two
    {0, 0, 0, -1},            // topic
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
