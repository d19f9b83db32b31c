#include "resolve/person_signs.h"

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {254, 193, 256, 310, 157},  // near:free
    {81, 23, 13, -6, 23},  // near:object
    {62, 29, -53, 91, 29},  // near:of
    {55, 87, 29, 55, 45},  // near:governed
    {180, 96, 109, 99, 96},  // near:antecedent
    {175, 116, 117, 173, 116},  // near:speech
    {191, 191, 191, 191, 191},  // clause:free
    {30, 30, 30, 30, 30},  // clause:object
    {-15, -15, -15, -15, -15},  // clause:of
    {97, 97, 97, 97, 97},  // clause:governed
    {0, 0, 0, 0, 0},  // clause:antecedent
    {0, 0, 0, 0, 0},  // clause:speech
    {219, 219, 219, 219, 219},  // side:free
    {0, 0, 0, 0, 0},  // side:object
    {-17, -17, -17, -17, -17},  // side:of
    {66, 66, 66, 66, 66},  // side:governed
    {0, 0, 0, 0, 0},  // side:antecedent
    {0, 0, 0, 0, 0},  // side:speech
    {-1, -1, -1, -1, -1},  // before:free
    {0, 0, 0, 0, 0},  // before:object
    {26, 26, 26, 26, 26},  // before:of
    {0, 0, 0, 0, 0},  // before:governed
    {0, 0, 0, 0, 0},  // before:antecedent
    {0, 0, 0, 0, 0},  // before:speech
    {91, 91, 91, 91, 91},  // after:free
    {35, 35, 35, 35, 35},  // after:object
    {25, 25, 25, 25, 25},  // after:of
    {-3, -3, -3, -3, -3},  // after:governed
    {79, 79, 79, 79, 79},  // after:antecedent
    {-12, -12, -12, -12, -12},  // after:speech
    {-12, -12, -12, -12, -12},  // later:free
    {0, 0, 0, 0, 0},  // later:object
    {-10, -10, -10, -10, -10},  // later:of
    {-9, -9, -9, -9, -9},  // later:governed
    {-1, -1, -1, -1, -1},  // later:antecedent
    {0, 0, 0, 0, 0},  // later:speech
    {85, 85, 85, 85, 85},  // last:free
    {80, 80, 80, 80, 80},  // last:object
    {66, 66, 66, 66, 66},  // last:of
    {58, 58, 58, 58, 58},  // last:governed
    {0, 0, 0, 0, 0},  // last:antecedent
    {10, 10, 10, 10, 10},  // last:speech
    {79, 79, 79, 79, 79},  // two_back:free
    {-17, -17, -17, -17, -17},  // two_back:object
    {55, 55, 55, 55, 55},  // two_back:of
    {-17, -17, -17, -17, -17},  // two_back:governed
    {0, 0, 0, 0, 0},  // two_back:antecedent
    {-18, -18, -18, -18, -18},  // two_back:speech
    {40, 40, 40, 40, 40},  // paragraph:free
    {41, 41, 41, 41, 41},  // paragraph:object
    {-54, -54, -54, -54, -54},  // paragraph:of
    {-33, -33, -33, -33, -33},  // paragraph:governed
    {0, 0, 0, 0, 0},  // paragraph:antecedent
    {42, 42, 42, 42, 42},  // paragraph:speech
    {-84, -84, -84, -84, -84},  // aside:free
    {-1, -1, -1, -1, -1},  // aside:object
    {-17, -17, -17, -17, -17},  // aside:of
    {-11, -11, -11, -11, -11},  // aside:governed
    {0, 0, 0, 0, 0},  // aside:antecedent
    {0, 0, 0, 0, 0},  // aside:speech
    {107, 107, 107, 107, 107},  // title:free
    {0, 0, 0, 0, 0},  // title:object
    {-31, -31, -31, -31, -31},  // title:of
    {114, 114, 114, 114, 114},  // title:governed
    {0, 0, 0, 0, 0},  // title:antecedent
    {-76, -76, -76, -76, -76},  // title:speech
    {41, 41, 41, 41, 41},  // heading:free
    {-56, -56, -56, -56, -56},  // heading:object
    {-44, -44, -44, -44, -44},  // heading:of
    {72, 72, 72, 72, 72},  // heading:governed
    {0, 0, 0, 0, 0},  // heading:antecedent
    {-9, -9, -9, -9, -9},  // heading:speech
    {205, 205, 205, 205, 205},  // near_plain
    {179, 179, 179, 179, 179},  // near_verb
    {101, 101, 101, 101, 101},  // after_plain
    {12, 12, 12, 12, 12},  // after_verb
    {88, 88, 88, 88, 88},  // subject
    {-14, -14, -14, -14, -14},  // role
    {0, 0, 0, 0, 0},  // epithet_here
    {0, 0, 0, 0, 0},  // epithet_back
    {-41, -41, -41, -41, -41},  // paragraph_ago
    {-71, -71, -71, -71, -71},  // earlier
    {136, 78, 125, 180, 99},  // focus
    {-7, -7, -7, -7, -7},  // main
    {97, 97, 97, 97, 97},  // clear_main
    {3, 3, 3, 3, 3},  // newcomer
    {33, 33, 33, 33, 33},  // headed
    {118, 118, 118, 118, 118},  // portrait
    {5, 5, 5, 5, 5},  // tied
    {0, 0, 0, 0, 0},  // tied_there
    {-102, -102, -102, -102, -102},  // other_post
    {60, 60, 60, 60, 60},  // most
    {-103, -103, -103, -103, -103},  // once
    {27, 27, 27, 27, 27},  // half
    {18, 18, 18, 18, 18},  // third
    {-9, -9, -9, -9, -9},  // sixth
                                     // end of the fitted table
}};

}  // namespace

int weight_of(const PersonCandidate& candidate, Asked asked) {
  int sum = 0;
  for (std::size_t sign = 0; sign < kPersonSigns; ++sign) {
    if (candidate.signs[sign]) sum += kWeights[sign][static_cast<std::size_t>(asked)];
  }
  return sum;
}

}  // namespace panchina
