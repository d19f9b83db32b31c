#include "resolve/club_signs.h"

#include <array>

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {264, 190, 275, 145},     // near_plain
    {181, 219, 227, 131},     // near_verb
    {94, 94, 94, 40},         // after_plain
    {15, 15, 15, 10},         // after_verb
    {72, 72, 72, 37},         // subject
    {-21, -21, -21, -8},      // epithet_here
    {17, 17, 17, 8},          // epithet_back
    {-35, -35, -35, -20},     // paragraph_ago
    {-52, -52, -52, -41},     // earlier
    {61, 19, 120, 72},        // main
    {197, 123, 201, 115},     // clear_main
    {98, 28, 38, 28},         // newcomer
    {123, 166, 120, 66},      // headed
    {-45, -56, -97, -27},     // most
    {-95, -95, -95, -75},     // once
    {94, 94, 94, 47},         // half
    {108, 108, 108, 55},      // third
    {67, 67, 67, 52},         // sixth
    {159, 174, 221, 116},     // near:free
    {162, 162, 162, 83},      // clause:free
    {289, 244, 411, 206},     // side:free
    {-6, -6, -6, -3},         // before:free
    {0, 96, 64, 30},          // after:free
    {33, 33, 33, 16},         // later:free
    {34, 123, 91, 49},        // last:free
    {83, 83, 83, 42},         // two_back:free
    {32, 32, 32, 22},         // paragraph:free
    {38, 38, 38, 19},         // aside:free
    {66, 66, 66, 51},         // title:free
    {77, 77, 77, 44},         // heading:free
    {-59, 10, -28, -7},       // near:of
    {60, 60, 60, 30},         // clause:of
    {0, 0, 0, 0},             // side:of
    {-1, -1, -1, -1},         // before:of
    {27, -38, -28, -14},      // after:of
    {-10, -10, -10, -5},      // later:of
    {59, 96, 75, 37},         // last:of
    {24, 24, 24, 12},         // two_back:of
    {11, 11, 11, 7},          // paragraph:of
    {0, 0, 0, 0},             // aside:of
    {11, 11, 11, 4},          // title:of
    {-134, -134, -134, -67},  // heading:of
    {193, 144, 205, 106},     // near:post
    {197, 197, 197, 97},      // clause:post
    {0, 0, -1, 0},            // side:post
    {-1, -1, -1, 0},          // before:post
    {70, 49, 89, 44},         // after:post
    {-5, -5, -5, -2},         // later:post
    {56, 22, -47, -23},       // last:post
    {-47, -47, -47, -23},     // two_back:post
    {-8, -8, -8, -4},         // paragraph:post
    {0, 0, 0, 0},             // aside:post
    {-17, -17, -17, -8},      // title:post
    {14, 14, 14, 7},          // heading:post
    {193, 110, 78, 44},       // near:where
    {7, 7, 7, 4},             // clause:where
    {0, 0, 0, 0},             // side:where
    {0, 0, 0, 0},             // before:where
    {-11, -14, -11, -6},      // after:where
    {-1, -1, -1, 0},          // later:where
    {0, 0, 0, 0},             // last:where
    {0, 0, 0, 0},             // two_back:where
    {0, 0, 0, 0},             // paragraph:where
    {0, 0, 0, 0},             // aside:where
    {0, 0, 0, 0},             // title:where
    {0, 0, 0, 0},             // heading:where
    {4, 22, -23, -12},        // near:with
    {59, 59, 59, 31},         // clause:with
    {71, 71, 143, 71},        // side:with
    {-9, -9, -9, -5},         // before:with
    {21, -62, -21, -11},      // after:with
    {-33, -33, -33, -16},     // later:with
    {-42, -44, -69, -40},     // last:with
    {18, 18, 18, 7},          // two_back:with
    {-14, -14, -14, -8},      // paragraph:with
    {-38, -38, -38, -19},     // aside:with
    {0, 0, 0, 0},             // title:with
    {-18, -18, -18, -9},      // heading:with
    {-39, -27, -22, -13},     // near:opponent
    {0, 0, 0, 0},             // clause:opponent
    {-2, -1, -1, -1},         // side:opponent
    {0, 0, 0, 0},             // before:opponent
    {-53, -35, -48, -24},     // after:opponent
    {-1, -1, -1, 0},          // later:opponent
    {-1, -16, -26, -13},      // last:opponent
    {-26, -26, -26, -14},     // two_back:opponent
    {-18, -18, -18, -9},      // paragraph:opponent
    {0, 0, 0, 0},             // aside:opponent
    {-5, -5, -5, 2},          // title:opponent
    {32, 32, 32, 16},         // heading:opponent
    {-4, -4, -9, -2},         // near:pair
    {6, 6, 6, 3},             // clause:pair
    {0, 0, 0, 0},             // side:pair
    {2, 2, 2, 1},             // before:pair
    {44, 41, 28, 14},         // after:pair
    {21, 21, 21, 10},         // later:pair
    {77, 46, 41, 21},         // last:pair
    {40, 40, 40, 20},         // two_back:pair
    {160, 160, 160, 79},      // paragraph:pair
    {3, 3, 3, 2},             // aside:pair
    {29, 29, 29, 14},         // title:pair
    {-22, -22, -22, -9},      // heading:pair
    {135, 101, 195, 101},     // near:governed
    {57, 57, 57, 31},         // clause:governed
    {105, 121, 196, 100},     // side:governed
    {-25, -25, -25, -13},     // before:governed
    {18, 10, -55, -28},       // after:governed
    {-41, -41, -41, -20},     // later:governed
    {-32, 75, 33, 25},        // last:governed
    {-8, -8, -8, -6},         // two_back:governed
    {62, 62, 62, 31},         // paragraph:governed
    {71, 71, 71, 35},         // aside:governed
    {-63, -63, -63, -25},     // title:governed
    {-65, -65, -65, -33},     // heading:governed
    {-63, 23, -36, -11},      // tied_here
    {59, 128, 75, 53},        // tied_paragraph
    {151, 212, 129, 68},      // tied
    {-5, -32, -21, 0},        // first_tied
    {112, 84, 142, 71},       // beside_person
    {62, -2, -13, 7},         // post_here
    {65, 134, 60, 60},        // last_post
    {128, 128, 128, 90},      // last_named
    {-110, -110, -110, -55},  // nation
    {0, 0, 0, -8},            // played
    {0, 0, 0, 28},            // protagonist
    {0, 0, 0, 10},            // one_of_two
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
