#include "resolve/club_signs.h"

namespace panchina {
namespace {

// By sign: post, departure, deed.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {194, 178, 296},     // near:free
    {-10, 45, -11},      // near:of
    {202, 153, 215},     // near:post
    {243, 189, 213},     // near:where
    {77, 48, 43},        // near:with
    {-15, -18, -11},     // near:opponent
    {-1, -1, -3},        // near:pair
    {118, 135, 204},     // near:governed
    {68, 68, 68},        // clause:free
    {51, 51, 51},        // clause:of
    {131, 131, 131},     // clause:post
    {6, 6, 6},           // clause:where
    {17, 17, 17},        // clause:with
    {0, 0, 0},           // clause:opponent
    {2, 2, 2},           // clause:pair
    {17, 17, 17},        // clause:governed
    {225, 228, 447},     // side:free
    {0, 0, 0},           // side:of
    {0, 0, 0},           // side:post
    {0, 0, 0},           // side:where
    {99, 99, 198},       // side:with
    {0, 0, 0},           // side:opponent
    {0, 0, 0},           // side:pair
    {37, 37, 73},        // side:governed
    {-10, -10, -10},     // before:free
    {-2, -2, -2},        // before:of
    {-1, -1, -1},        // before:post
    {0, 0, 0},           // before:where
    {-18, -18, -18},     // before:with
    {0, 0, 0},           // before:opponent
    {0, 0, 0},           // before:pair
    {-25, -25, -25},     // before:governed
    {29, 123, 101},      // after:free
    {41, -34, -45},      // after:of
    {116, 53, 130},      // after:post
    {-10, -15, -16},     // after:where
    {22, -4, 0},         // after:with
    {-54, -31, -39},     // after:opponent
    {99, 60, 52},        // after:pair
    {-58, -101, -63},    // after:governed
    {122, 122, 122},     // later:free
    {0, 0, 0},           // later:of
    {0, 0, 0},           // later:post
    {0, 0, 0},           // later:where
    {-9, -9, -9},        // later:with
    {0, 0, 0},           // later:opponent
    {6, 6, 6},           // later:pair
    {52, 52, 52},        // later:governed
    {71, 141, 150},      // last:free
    {-24, 92, 77},       // last:of
    {28, 57, -43},       // last:post
    {0, 0, 0},           // last:where
    {-21, -12, -19},     // last:with
    {-19, -17, -24},     // last:opponent
    {87, 61, 44},        // last:pair
    {-28, 53, 42},       // last:governed
    {101, 101, 101},     // two_back:free
    {-6, -6, -6},        // two_back:of
    {-42, -42, -42},     // two_back:post
    {0, 0, 0},           // two_back:where
    {9, 9, 9},           // two_back:with
    {-27, -27, -27},     // two_back:opponent
    {67, 67, 67},        // two_back:pair
    {17, 17, 17},        // two_back:governed
    {31, 31, 31},        // paragraph:free
    {-12, -12, -12},     // paragraph:of
    {-14, -14, -14},     // paragraph:post
    {0, 0, 0},           // paragraph:where
    {2, 2, 2},           // paragraph:with
    {-49, -49, -49},     // paragraph:opponent
    {58, 58, 58},        // paragraph:pair
    {76, 76, 76},        // paragraph:governed
    {-68, -68, -68},     // aside:free
    {0, 0, 0},           // aside:of
    {0, 0, 0},           // aside:post
    {0, 0, 0},           // aside:where
    {0, 0, 0},           // aside:with
    {0, 0, 0},           // aside:opponent
    {0, 0, 0},           // aside:pair
    {25, 25, 25},        // aside:governed
    {70, 70, 70},        // title:free
    {-14, -14, -14},     // title:of
    {13, 13, 13},        // title:post
    {0, 0, 0},           // title:where
    {0, 0, 0},           // title:with
    {-4, -4, -4},        // title:opponent
    {18, 18, 18},        // title:pair
    {-14, -14, -14},     // title:governed
    {79, 79, 79},        // heading:free
    {-124, -124, -124},  // heading:of
    {16, 16, 16},        // heading:post
    {0, 0, 0},           // heading:where
    {-42, -42, -42},     // heading:with
    {45, 45, 45},        // heading:opponent
    {14, 14, 14},        // heading:pair
    {-73, -73, -73},     // heading:governed
    {240, 240, 240},     // near_plain
    {165, 165, 165},     // near_verb
    {72, 72, 72},        // clause_plain
    {177, 177, 177},     // clause_verb
    {92, 92, 92},        // after_plain
    {-8, -8, -8},        // after_verb
    {-58, -58, -58},     // epithet_here
    {29, 29, 29},        // epithet_back
    {-26, -26, -26},     // paragraph_ago
    {-60, -60, -60},     // earlier
    {-25, 56, 9},        // tied_here
    {81, 129, 20},       // tied_paragraph
    {134, 256, 102},     // tied
    {-111, -35, -3},     // first_tied
    {128, 94, 101},      // last_post
    {98, 98, 98},        // last_named
    {80, 169, 124},      // headed
    {96, 47, 119},       // main
    {202, 102, 212},     // clear_main
    {87, 44, 21},        // newcomer
    {-41, -53, -90},     // most
    {-74, -74, -74},     // once
    {70, 70, 70},        // half
    {130, 130, 130},     // third
    {69, 69, 69},        // sixth
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
