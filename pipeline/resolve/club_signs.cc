#include "resolve/club_signs.h"

#include <array>

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {261, 177, 261, 138},     // near_plain
    {183, 226, 210, 126},     // near_verb
    {93, 93, 93, 40},         // after_plain
    {13, 13, 13, 8},          // after_verb
    {68, 68, 68, 35},         // subject
    {-16, -16, -16, -6},      // epithet_here
    {13, 13, 13, 6},          // epithet_back
    {-36, -36, -36, -22},     // paragraph_ago
    {-54, -54, -54, -43},     // earlier
    {66, 18, 116, 68},        // main
    {201, 123, 205, 115},     // clear_main
    {92, 32, 35, 22},         // newcomer
    {127, 169, 129, 71},      // headed
    {-34, -51, -94, -28},     // most
    {-87, -87, -87, -68},     // once
    {87, 87, 87, 44},         // half
    {104, 104, 104, 54},      // third
    {70, 70, 70, 49},         // sixth
    {165, 161, 232, 125},     // near:free
    {148, 148, 148, 77},      // clause:free
    {298, 249, 414, 207},     // side:free
    {-6, -6, -6, -3},         // before:free
    {6, 104, 73, 36},         // after:free
    {35, 35, 35, 18},         // later:free
    {34, 121, 81, 46},        // last:free
    {91, 91, 91, 46},         // two_back:free
    {33, 33, 33, 21},         // paragraph:free
    {37, 37, 37, 18},         // aside:free
    {66, 66, 66, 50},         // title:free
    {80, 80, 80, 49},         // heading:free
    {-54, 16, -20, -4},       // near:of
    {60, 60, 60, 30},         // clause:of
    {0, 0, 0, 0},             // side:of
    {-1, -1, -1, -1},         // before:of
    {33, -35, -26, -13},      // after:of
    {-11, -11, -11, -6},      // later:of
    {61, 108, 77, 36},        // last:of
    {23, 23, 23, 12},         // two_back:of
    {16, 16, 16, 8},          // paragraph:of
    {0, 0, 0, 0},             // aside:of
    {4, 4, 4, 1},             // title:of
    {-147, -147, -147, -73},  // heading:of
    {197, 149, 207, 105},     // near:post
    {213, 213, 213, 106},     // clause:post
    {0, 0, -1, 0},            // side:post
    {-1, -1, -1, 0},          // before:post
    {72, 51, 92, 46},         // after:post
    {-6, -6, -6, -3},         // later:post
    {61, 25, -37, -17},       // last:post
    {-49, -49, -49, -25},     // two_back:post
    {-7, -7, -7, -3},         // paragraph:post
    {0, 0, 0, 0},             // aside:post
    {-22, -22, -22, -11},     // title:post
    {17, 17, 17, 9},          // heading:post
    {190, 106, 78, 42},       // near:where
    {8, 8, 8, 4},             // clause:where
    {0, 0, 0, 0},             // side:where
    {0, 0, 0, 0},             // before:where
    {-7, -9, -9, -5},         // after:where
    {-2, -2, -2, -1},         // later:where
    {0, 0, 0, 0},             // last:where
    {0, 0, 0, 0},             // two_back:where
    {0, 0, 0, 0},             // paragraph:where
    {0, 0, 0, 0},             // aside:where
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // heading:where
    {6, 26, -14, -6},         // near:with
    {62, 62, 62, 31},         // clause:with
    {72, 72, 145, 72},        // side:with
    {-10, -10, -10, -5},      // before:with
    {21, -60, -21, -11},      // after:with
    {-35, -35, -35, -17},     // later:with
    {-34, -34, -46, -27},     // last:with
    {20, 20, 20, 9},          // two_back:with
    {-11, -11, -11, -6},      // paragraph:with
    {-37, -37, -37, -18},     // aside:with
    {0, 0, 0, 0},             // title:with
    {-19, -19, -19, -9},      // heading:with
    {-41, -30, -23, -12},     // near:opponent
    {0, 0, 0, 0},             // clause:opponent
    {0, 0, 0, 0},             // side:opponent
    {0, 0, 0, 0},             // before:opponent
    {-53, -36, -48, -24},     // after:opponent
    {-2, -2, -2, -1},         // later:opponent
    {-1, -17, -29, -15},      // last:opponent
    {-17, -17, -17, -9},      // two_back:opponent
    {-20, -20, -20, -10},     // paragraph:opponent
    {0, 0, 0, 0},             // aside:opponent
    {-6, -6, -6, 3},          // title:opponent
    {32, 32, 32, 16},         // heading:opponent
    {-4, -5, -10, -3},        // near:pair
    {7, 7, 7, 4},             // clause:pair
    {0, 0, 0, 0},             // side:pair
    {2, 2, 2, 1},             // before:pair
    {44, 43, 29, 14},         // after:pair
    {21, 21, 21, 10},         // later:pair
    {82, 51, 43, 22},         // last:pair
    {42, 42, 42, 21},         // two_back:pair
    {156, 156, 156, 78},      // paragraph:pair
    {3, 3, 3, 2},             // aside:pair
    {30, 30, 30, 15},         // title:pair
    {-22, -22, -22, -10},     // heading:pair
    {140, 103, 195, 101},     // near:governed
    {60, 60, 60, 31},         // clause:governed
    {90, 90, 180, 91},        // side:governed
    {-26, -26, -26, -13},     // before:governed
    {15, 7, -60, -30},        // after:governed
    {-40, -40, -40, -20},     // later:governed
    {-33, 79, 18, 20},        // last:governed
    {-9, -9, -9, -3},         // two_back:governed
    {38, 38, 38, 19},         // paragraph:governed
    {84, 84, 84, 42},         // aside:governed
    {-63, -63, -63, -27},     // title:governed
    {-63, -63, -63, -32},     // heading:governed
    {-69, 27, -22, -4},       // tied_here
    {58, 145, 82, 60},        // tied_paragraph
    {157, 215, 132, 68},      // tied
    {-2, -35, -24, -3},       // first_tied
    {119, 90, 154, 77},       // beside_person
    {56, -7, -2, 12},         // post_here
    {62, 103, 44, 52},        // last_post
    {136, 136, 136, 95},      // last_named
    {-111, -111, -111, -55},  // nation
    {0, 0, 0, -7},            // played
    {0, 0, 0, 28},            // protagonist
    {0, 0, 0, 8},             // one_of_two
    {0, 0, 0, 7},             // topic
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
