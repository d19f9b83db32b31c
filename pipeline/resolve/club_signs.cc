#include "resolve/club_signs.h"

namespace panchina {
namespace {

// By sign: post, departure, deed, match.
constexpr std::array<std::array<std::int16_t, kMatters>, kClubSigns> kWeights = {{
    // begin of the fitted table
    {122, 139, 237, 124},  // near:free
    {-84, -10, -62, -25},  // near:of
    {182, 149, 181, 93},  // near:post
    {249, 213, 189, 97},  // near:where
    {19, 22, -16, -8},  // near:with
    {-23, -20, -14, -9},  // near:opponent
    {-2, -2, -5, -2},  // near:pair
    {140, 134, 176, 100},  // near:governed
    {62, 62, 62, 35},  // clause:free
    {42, 42, 42, 20},  // clause:of
    {157, 157, 157, 77},  // clause:post
    {1, 1, 1, 0},  // clause:where
    {8, 8, 8, 4},  // clause:with
    {0, 0, 0, 0},  // clause:opponent
    {3, 3, 3, 2},  // clause:pair
    {8, 8, 8, 7},  // clause:governed
    {218, 219, 444, 222},  // side:free
    {0, 0, 0, 0},  // side:of
    {0, 0, 0, 0},  // side:post
    {0, 0, 0, 0},  // side:where
    {86, 86, 172, 86},  // side:with
    {0, 0, 0, 0},  // side:opponent
    {0, 0, 0, 0},  // side:pair
    {34, 34, 68, 36},  // side:governed
    {-15, -15, -15, -8},  // before:free
    {-2, -2, -2, -1},  // before:of
    {0, 0, 0, 0},  // before:post
    {0, 0, 0, 0},  // before:where
    {-15, -15, -15, -7},  // before:with
    {0, 0, 0, 0},  // before:opponent
    {0, 0, 0, 0},  // before:pair
    {-23, -23, -23, -12},  // before:governed
    {21, 100, 89, 43},  // after:free
    {10, -60, -71, -34},  // after:of
    {127, 88, 124, 62},  // after:post
    {-8, -12, -10, -6},  // after:where
    {7, -64, -12, -8},  // after:with
    {-51, -33, -44, -22},  // after:opponent
    {81, 47, 42, 21},  // after:pair
    {4, -37, -71, -36},  // after:governed
    {113, 113, 113, 56},  // later:free
    {0, 0, 0, 0},  // later:of
    {0, 0, 0, 0},  // later:post
    {0, 0, 0, 0},  // later:where
    {-17, -17, -17, -8},  // later:with
    {0, 0, 0, 0},  // later:opponent
    {5, 5, 5, 2},  // later:pair
    {70, 70, 70, 35},  // later:governed
    {40, 126, 126, 71},  // last:free
    {31, 78, 45, 25},  // last:of
    {55, 41, -37, -18},  // last:post
    {0, 0, 0, 0},  // last:where
    {-32, -20, -39, -23},  // last:with
    {-43, -31, -40, -20},  // last:opponent
    {106, 69, 54, 31},  // last:pair
    {-37, 100, 43, 25},  // last:governed
    {85, 85, 85, 38},  // two_back:free
    {25, 25, 25, 15},  // two_back:of
    {-39, -39, -39, -20},  // two_back:post
    {0, 0, 0, 0},  // two_back:where
    {23, 23, 23, 11},  // two_back:with
    {-25, -25, -25, -14},  // two_back:opponent
    {45, 45, 45, 24},  // two_back:pair
    {-34, -34, -34, -16},  // two_back:governed
    {30, 30, 30, 22},  // paragraph:free
    {4, 4, 4, 8},  // paragraph:of
    {-22, -22, -22, -12},  // paragraph:post
    {0, 0, 0, 0},  // paragraph:where
    {7, 7, 7, 2},  // paragraph:with
    {-22, -22, -22, -11},  // paragraph:opponent
    {140, 140, 140, 70},  // paragraph:pair
    {46, 46, 46, 22},  // paragraph:governed
    {-50, -50, -50, -25},  // aside:free
    {0, 0, 0, 0},  // aside:of
    {0, 0, 0, 0},  // aside:post
    {0, 0, 0, 0},  // aside:where
    {-7, -7, -7, -3},  // aside:with
    {0, 0, 0, 0},  // aside:opponent
    {0, 0, 0, 0},  // aside:pair
    {31, 31, 31, 16},  // aside:governed
    {54, 54, 54, 45},  // title:free
    {-18, -18, -18, -11},  // title:of
    {-21, -21, -21, -11},  // title:post
    {0, 0, 0, 0},  // title:where
    {0, 0, 0, 0},  // title:with
    {-6, -6, -6, 3},  // title:opponent
    {17, 17, 17, 9},  // title:pair
    {-74, -74, -74, -33},  // title:governed
    {68, 68, 68, 46},  // heading:free
    {-145, -145, -145, -74},  // heading:of
    {19, 19, 19, 10},  // heading:post
    {0, 0, 0, 0},  // heading:where
    {-39, -39, -39, -20},  // heading:with
    {35, 35, 35, 17},  // heading:opponent
    {14, 14, 14, 8},  // heading:pair
    {-87, -87, -87, -44},  // heading:governed
    {267, 207, 297, 154},  // near_plain
    {189, 261, 197, 122},  // near_verb
    {74, 74, 74, 38},  // clause_plain
    {182, 182, 182, 94},  // clause_verb
    {89, 89, 89, 39},  // after_plain
    {-9, -9, -9, -3},  // after_verb
    {51, 51, 51, 28},  // subject
    {-41, -41, -41, -22},  // epithet_here
    {37, 37, 37, 14},  // epithet_back
    {-25, -25, -25, -19},  // paragraph_ago
    {-54, -54, -54, -34},  // earlier
    {-12, -10, -47, -28},  // tied_here
    {62, 155, 30, 27},  // tied_paragraph
    {154, 228, 107, 52},  // tied
    {-44, -19, 27, 20},  // first_tied
    {101, 136, 120, 81},  // last_post
    {117, 117, 117, 74},  // last_named
    {110, 188, 138, 68},  // headed
    {95, 33, 130, 70},  // main
    {215, 131, 225, 116},  // clear_main
    {65, -8, -16, 0},  // newcomer
    {-26, -31, -78, -28},  // most
    {-81, -81, -81, -65},  // once
    {42, 42, 42, 21},  // half
    {110, 110, 110, 53},  // third
    {68, 68, 68, 54},  // sixth
    {0, 0, 0, 54},  // team
    {0, 0, 0, 17},  // protagonist
    {0, 0, 0, 7},  // one_of_two
    {0, 0, 0, 2},  // topic
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
