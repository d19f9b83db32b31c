#include "resolve/club_signs.h"

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {150, 132, 227, 123},     // near:free
    {-65, 6, -21, -7},        // near:of
    {189, 161, 188, 94},      // near:post
    {181, 102, 81, 43},       // near:where
    {33, 36, -7, -5},         // near:with
    {-21, -16, -12, -6},      // near:opponent
    {-1, -2, -4, -1},         // near:pair
    {149, 135, 183, 98},      // near:governed
    {68, 68, 68, 35},         // clause:free
    {31, 31, 31, 15},         // clause:of
    {175, 175, 175, 87},      // clause:post
    {1, 1, 1, 0},             // clause:where
    {7, 7, 7, 4},             // clause:with
    {0, 0, 0, 0},             // clause:opponent
    {2, 2, 2, 1},             // clause:pair
    {28, 28, 28, 16},         // clause:governed
    {220, 222, 439, 220},     // side:free
    {0, 0, 0, 0},             // side:of
    {0, 0, 0, 0},             // side:post
    {0, 0, 0, 0},             // side:where
    {84, 84, 168, 84},        // side:with
    {0, 0, 0, 0},             // side:opponent
    {0, 0, 0, 0},             // side:pair
    {37, 37, 74, 40},         // side:governed
    {-17, -17, -17, -10},     // before:free
    {-2, -2, -2, -1},         // before:of
    {-1, -1, -1, 0},          // before:post
    {0, 0, 0, 0},             // before:where
    {-13, -13, -13, -7},      // before:with
    {0, 0, 0, 0},             // before:opponent
    {0, 0, 0, 0},             // before:pair
    {-24, -24, -24, -12},     // before:governed
    {30, 100, 92, 46},        // after:free
    {29, -46, -49, -23},      // after:of
    {89, 76, 108, 54},        // after:post
    {-6, -9, -8, -4},         // after:where
    {-1, -72, -41, -21},      // after:with
    {-46, -31, -40, -20},     // after:opponent
    {84, 47, 44, 22},         // after:pair
    {1, -30, -59, -29},       // after:governed
    {133, 133, 133, 66},      // later:free
    {0, 0, 0, 0},             // later:of
    {0, 0, 0, 0},             // later:post
    {0, 0, 0, 0},             // later:where
    {-15, -15, -15, -8},      // later:with
    {0, 0, 0, 0},             // later:opponent
    {5, 5, 5, 2},             // later:pair
    {71, 71, 71, 36},         // later:governed
    {40, 121, 113, 66},       // last:free
    {30, 76, 50, 26},         // last:of
    {47, 36, -32, -15},       // last:post
    {0, 0, 0, 0},             // last:where
    {-29, -26, -40, -22},     // last:with
    {-44, -34, -41, -21},     // last:opponent
    {96, 62, 49, 27},         // last:pair
    {-37, 77, 29, 18},        // last:governed
    {100, 100, 100, 46},      // two_back:free
    {26, 26, 26, 14},         // two_back:of
    {-35, -35, -35, -17},     // two_back:post
    {0, 0, 0, 0},             // two_back:where
    {43, 43, 43, 21},         // two_back:with
    {-15, -15, -15, -8},      // two_back:opponent
    {43, 43, 43, 22},         // two_back:pair
    {-30, -30, -30, -16},     // two_back:governed
    {27, 27, 27, 16},         // paragraph:free
    {8, 8, 8, 6},             // paragraph:of
    {-12, -12, -12, -6},      // paragraph:post
    {0, 0, 0, 0},             // paragraph:where
    {4, 4, 4, 0},             // paragraph:with
    {-19, -19, -19, -10},     // paragraph:opponent
    {167, 167, 167, 83},      // paragraph:pair
    {48, 48, 48, 24},         // paragraph:governed
    {-69, -69, -69, -35},     // aside:free
    {0, 0, 0, 0},             // aside:of
    {0, 0, 0, 0},             // aside:post
    {0, 0, 0, 0},             // aside:where
    {-5, -5, -5, -3},         // aside:with
    {0, 0, 0, 0},             // aside:opponent
    {0, 0, 0, 0},             // aside:pair
    {32, 32, 32, 16},         // aside:governed
    {69, 69, 69, 44},         // title:free
    {-9, -9, -9, -6},         // title:of
    {-23, -23, -23, -12},     // title:post
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // title:with
    {-6, -6, -6, 0},          // title:opponent
    {27, 27, 27, 13},         // title:pair
    {-84, -84, -84, -39},     // title:governed
    {83, 83, 83, 52},         // heading:free
    {-142, -142, -142, -72},  // heading:of
    {17, 17, 17, 9},          // heading:post
    {0, 0, 0, 0},             // heading:where
    {-42, -42, -42, -21},     // heading:with
    {34, 34, 34, 17},         // heading:opponent
    {13, 13, 13, 11},         // heading:pair
    {-82, -82, -82, -41},     // heading:governed
    {246, 158, 271, 141},     // near_plain
    {177, 235, 191, 114},     // near_verb
    {98, 98, 98, 49},         // clause_plain
    {179, 179, 179, 90},      // clause_verb
    {74, 74, 74, 34},         // after_plain
    {-26, -26, -26, -12},     // after_verb
    {61, 61, 61, 33},         // subject
    {-33, -33, -33, -16},     // epithet_here
    {23, 23, 23, 8},          // epithet_back
    {-32, -32, -32, -17},     // paragraph_ago
    {-61, -61, -61, -36},     // earlier
    {-5, 4, -46, -19},        // tied_here
    {68, 168, 66, 52},        // tied_paragraph
    {158, 221, 119, 62},      // tied
    {-41, -39, -6, 12},       // first_tied
    {93, 114, 84, 67},        // last_post
    {119, 119, 119, 74},      // last_named
    {117, 180, 140, 73},      // headed
    {96, 24, 134, 75},        // main
    {207, 129, 213, 110},     // clear_main
    {67, -9, 7, 12},          // newcomer
    {-41, -34, -90, -24},     // most
    {-95, -95, -95, -75},     // once
    {97, 97, 97, 49},         // half
    {119, 119, 119, 58},      // third
    {79, 79, 79, 55},         // sixth
    {-97, -97, -97, -48},     // nation
    {0, 0, 0, 53},            // team
    {0, 0, 0, 17},            // protagonist
    {0, 0, 0, 5},             // one_of_two
    {0, 0, 0, 3},             // topic
                              // end of the fitted table
}};

}  // namespace

int weight_of(const ClubCandidate& candidate, Matter matter) {
  int sum = 0;
  // A few of many are set; libstdc++ goes from one to the next.
  const auto& signs = candidate.signs;
  for (std::size_t sign = signs._Find_first(); sign < kClubSigns; sign = signs._Find_next(sign)) {
    sum += kWeights[sign][static_cast<std::size_t>(matter)];
  }
  return sum;
}

}  // namespace panchina
