#include "resolve/club_signs.h"

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {125, 127, 220, 118},     // near:free
    {-57, -2, -69, -26},      // near:of
    {166, 139, 185, 95},      // near:post
    {220, 216, 187, 106},     // near:where
    {32, 17, -6, -10},        // near:with
    {-13, -14, -9, -7},       // near:opponent
    {-2, -2, -5, 1},          // near:pair
    {117, 126, 158, 97},      // near:governed
    {69, 69, 69, 41},         // clause:free
    {47, 47, 47, 19},         // clause:of
    {144, 144, 144, 63},      // clause:post
    {1, 1, 1, 0},             // clause:where
    {9, 9, 9, 3},             // clause:with
    {0, 0, 0, 0},             // clause:opponent
    {3, 3, 3, 2},             // clause:pair
    {20, 20, 20, 11},         // clause:governed
    {231, 232, 460, 230},     // side:free
    {0, 0, 0, 0},             // side:of
    {0, 0, 0, 0},             // side:post
    {0, 0, 0, 0},             // side:where
    {95, 95, 190, 94},        // side:with
    {0, 0, 0, 0},             // side:opponent
    {0, 0, 0, 0},             // side:pair
    {44, 44, 88, 49},         // side:governed
    {-16, -16, -16, -11},     // before:free
    {-2, -2, -2, -1},         // before:of
    {-4, -4, -4, -2},         // before:post
    {0, 0, 0, 0},             // before:where
    {-14, -14, -14, -7},      // before:with
    {-4, -4, -4, -2},         // before:opponent
    {0, 0, 0, 0},             // before:pair
    {-27, -27, -27, -13},     // before:governed
    {65, 117, 103, 50},       // after:free
    {35, -41, -39, -21},      // after:of
    {122, 98, 144, 72},       // after:post
    {-10, -16, -13, -8},      // after:where
    {-2, -66, -45, -24},      // after:with
    {-51, -32, -43, -22},     // after:opponent
    {93, 53, 49, 24},         // after:pair
    {-11, -25, -55, -28},     // after:governed
    {141, 141, 141, 70},      // later:free
    {0, 0, 0, 0},             // later:of
    {0, 0, 0, 0},             // later:post
    {0, 0, 0, 0},             // later:where
    {-6, -6, -6, -3},         // later:with
    {0, 0, 0, 0},             // later:opponent
    {5, 5, 5, 2},             // later:pair
    {52, 52, 52, 26},         // later:governed
    {64, 125, 134, 72},       // last:free
    {11, 66, 51, 29},         // last:of
    {40, 32, -59, -26},       // last:post
    {0, 0, 0, 0},             // last:where
    {-22, -20, -29, -19},     // last:with
    {-35, -25, -30, -15},     // last:opponent
    {119, 78, 60, 31},        // last:pair
    {-48, 77, 38, 23},        // last:governed
    {99, 99, 99, 44},         // two_back:free
    {30, 30, 30, 17},         // two_back:of
    {-35, -35, -35, -18},     // two_back:post
    {0, 0, 0, 0},             // two_back:where
    {14, 14, 14, 7},          // two_back:with
    {-25, -25, -25, -13},     // two_back:opponent
    {55, 55, 55, 30},         // two_back:pair
    {-23, -23, -23, -11},     // two_back:governed
    {31, 31, 31, 26},         // paragraph:free
    {7, 7, 7, 6},             // paragraph:of
    {-12, -12, -12, -6},      // paragraph:post
    {0, 0, 0, 0},             // paragraph:where
    {10, 10, 10, 4},          // paragraph:with
    {-44, -44, -44, -28},     // paragraph:opponent
    {55, 55, 55, 28},         // paragraph:pair
    {65, 65, 65, 32},         // paragraph:governed
    {-98, -98, -98, -49},     // aside:free
    {0, 0, 0, 0},             // aside:of
    {0, 0, 0, 0},             // aside:post
    {0, 0, 0, 0},             // aside:where
    {-4, -4, -4, -2},         // aside:with
    {0, 0, 0, 0},             // aside:opponent
    {0, 0, 0, 0},             // aside:pair
    {37, 37, 37, 19},         // aside:governed
    {74, 74, 74, 57},         // title:free
    {-16, -16, -16, -9},      // title:of
    {-3, -3, -3, -1},         // title:post
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // title:with
    {-2, -2, -2, 8},          // title:opponent
    {24, 24, 24, 12},         // title:pair
    {-31, -31, -31, -10},     // title:governed
    {73, 73, 73, 51},         // heading:free
    {-144, -144, -144, -70},  // heading:of
    {14, 14, 14, 7},          // heading:post
    {0, 0, 0, 0},             // heading:where
    {-31, -31, -31, -15},     // heading:with
    {43, 43, 43, 21},         // heading:opponent
    {15, 15, 15, 12},         // heading:pair
    {-105, -105, -105, -53},  // heading:governed
    {289, 218, 317, 161},     // near_plain
    {203, 280, 206, 136},     // near_verb
    {85, 85, 85, 47},         // clause_plain
    {179, 179, 179, 86},      // clause_verb
    {99, 99, 99, 43},         // after_plain
    {-4, -4, -4, -3},         // after_verb
    {53, 53, 53, 28},         // subject
    {-51, -51, -51, -32},     // epithet_here
    {36, 36, 36, 13},         // epithet_back
    {-23, -23, -23, -16},     // paragraph_ago
    {-61, -61, -61, -42},     // earlier
    {13, 4, -35, -22},        // tied_here
    {84, 141, 63, 43},        // tied_paragraph
    {145, 211, 114, 57},      // tied
    {-67, -4, 34, 21},        // first_tied
    {87, 129, 63, 52},        // last_post
    {112, 112, 112, 78},      // last_named
    {108, 175, 131, 66},      // headed
    {101, 43, 128, 69},       // main
    {223, 133, 231, 125},     // clear_main
    {68, -7, -20, 0},         // newcomer
    {-36, -39, -95, -36},     // most
    {-68, -68, -68, -62},     // once
    {57, 57, 57, 28},         // half
    {110, 110, 110, 55},      // third
    {73, 73, 73, 49},         // sixth
    {0, 0, 0, 58},            // team
    {0, 0, 0, 17},            // protagonist
    {0, 0, 0, 0},             // one_of_two
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
