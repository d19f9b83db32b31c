#include "resolve/club_signs.h"

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {150, 132, 226, 119},     // near:free
    {-71, 17, -25, -8},       // near:of
    {183, 134, 183, 94},      // near:post
    {176, 97, 80, 43},        // near:where
    {16, 37, -6, -7},         // near:with
    {-22, -17, -13, -7},      // near:opponent
    {-1, -1, -3, 0},          // near:pair
    {138, 119, 187, 99},      // near:governed
    {60, 60, 60, 32},         // clause:free
    {35, 35, 35, 17},         // clause:of
    {169, 169, 169, 84},      // clause:post
    {2, 2, 2, 1},             // clause:where
    {1, 1, 1, 1},             // clause:with
    {0, 0, 0, 0},             // clause:opponent
    {2, 2, 2, 1},             // clause:pair
    {26, 26, 26, 15},         // clause:governed
    {231, 232, 461, 230},     // side:free
    {0, 0, 0, 0},             // side:of
    {0, 0, 0, 0},             // side:post
    {0, 0, 0, 0},             // side:where
    {87, 87, 175, 87},        // side:with
    {0, 0, 0, 0},             // side:opponent
    {0, 0, 0, 0},             // side:pair
    {37, 37, 75, 39},         // side:governed
    {-15, -15, -15, -8},      // before:free
    {-1, -1, -1, -1},         // before:of
    {-1, -1, -1, 0},          // before:post
    {0, 0, 0, 0},             // before:where
    {-15, -15, -15, -7},      // before:with
    {-1, -1, -1, 0},          // before:opponent
    {0, 0, 0, 0},             // before:pair
    {-23, -23, -23, -11},     // before:governed
    {37, 114, 113, 58},       // after:free
    {26, -43, -50, -25},      // after:of
    {95, 79, 112, 56},        // after:post
    {-8, -13, -12, -6},       // after:where
    {14, -57, -17, -10},      // after:with
    {-52, -32, -41, -21},     // after:opponent
    {90, 50, 47, 24},         // after:pair
    {-5, -40, -69, -35},      // after:governed
    {119, 119, 119, 60},      // later:free
    {0, 0, 0, 0},             // later:of
    {0, 0, 0, 0},             // later:post
    {0, 0, 0, 0},             // later:where
    {-22, -22, -22, -11},     // later:with
    {0, 0, 0, 0},             // later:opponent
    {5, 5, 5, 2},             // later:pair
    {72, 72, 72, 36},         // later:governed
    {45, 124, 118, 67},       // last:free
    {34, 75, 55, 27},         // last:of
    {43, 32, -44, -21},       // last:post
    {0, 0, 0, 0},             // last:where
    {-37, -27, -45, -23},     // last:with
    {-48, -35, -44, -22},     // last:opponent
    {103, 70, 52, 29},        // last:pair
    {-34, 78, 42, 26},        // last:governed
    {100, 100, 100, 47},      // two_back:free
    {26, 26, 26, 14},         // two_back:of
    {-59, -59, -59, -30},     // two_back:post
    {0, 0, 0, 0},             // two_back:where
    {33, 33, 33, 16},         // two_back:with
    {-14, -14, -14, -7},      // two_back:opponent
    {47, 47, 47, 23},         // two_back:pair
    {-18, -18, -18, -9},      // two_back:governed
    {29, 29, 29, 18},         // paragraph:free
    {17, 17, 17, 11},         // paragraph:of
    {-15, -15, -15, -8},      // paragraph:post
    {0, 0, 0, 0},             // paragraph:where
    {3, 3, 3, 0},             // paragraph:with
    {-17, -17, -17, -9},      // paragraph:opponent
    {146, 146, 146, 72},      // paragraph:pair
    {36, 36, 36, 18},         // paragraph:governed
    {-43, -43, -43, -22},     // aside:free
    {0, 0, 0, 0},             // aside:of
    {0, 0, 0, 0},             // aside:post
    {0, 0, 0, 0},             // aside:where
    {-7, -7, -7, -3},         // aside:with
    {0, 0, 0, 0},             // aside:opponent
    {0, 0, 0, 0},             // aside:pair
    {32, 32, 32, 16},         // aside:governed
    {59, 59, 59, 43},         // title:free
    {6, 6, 6, 2},             // title:of
    {-25, -25, -25, -13},     // title:post
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // title:with
    {-6, -6, -6, 2},          // title:opponent
    {20, 20, 20, 10},         // title:pair
    {-80, -80, -80, -38},     // title:governed
    {79, 79, 79, 51},         // heading:free
    {-150, -150, -150, -75},  // heading:of
    {12, 12, 12, 6},          // heading:post
    {0, 0, 0, 0},             // heading:where
    {-43, -43, -43, -22},     // heading:with
    {38, 38, 38, 19},         // heading:opponent
    {12, 12, 12, 10},         // heading:pair
    {-101, -101, -101, -51},  // heading:governed
    {259, 163, 273, 141},     // near_plain
    {178, 239, 199, 114},     // near_verb
    {78, 78, 78, 40},         // clause_plain
    {176, 176, 176, 90},      // clause_verb
    {80, 80, 80, 38},         // after_plain
    {-23, -23, -23, -12},     // after_verb
    {46, 46, 46, 25},         // subject
    {-34, -34, -34, -17},     // epithet_here
    {36, 36, 36, 14},         // epithet_back
    {-34, -34, -34, -20},     // paragraph_ago
    {-61, -61, -61, -38},     // earlier
    {2, 41, -25, -7},         // tied_here
    {52, 159, 47, 44},        // tied_paragraph
    {139, 253, 142, 69},      // tied
    {-47, -5, 12, 19},        // first_tied
    {95, 137, 80, 68},        // last_post
    {116, 116, 116, 71},      // last_named
    {140, 207, 137, 74},      // headed
    {81, 33, 131, 77},        // main
    {192, 107, 199, 104},     // clear_main
    {79, -14, 5, 10},         // newcomer
    {-25, -15, -77, -16},     // most
    {-84, -84, -84, -70},     // once
    {92, 92, 92, 46},         // half
    {117, 117, 117, 56},      // third
    {72, 72, 72, 55},         // sixth
    {-115, -115, -115, -56},  // nation
    {0, 0, 0, 53},            // team
    {0, 0, 0, 19},            // protagonist
    {0, 0, 0, 6},             // one_of_two
    {0, 0, 0, 2},             // topic
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
