#include "resolve/person_signs.h"

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {274, 177, 214, 310, 78, 158},        // near:free
    {-26, -26, -26, -52, -26, -26},       // near:object
    {69, 42, -20, 103, 42, 52},           // near:of
    {84, 107, 50, 60, 59, 30},            // near:governed
    {180, 94, 97, 98, 94, 54},            // near:antecedent
    {176, 120, 120, 183, 120, 92},        // near:speech
    {209, 209, 209, 209, 209, 104},       // clause:free
    {0, 0, 0, 0, 0, 0},                   // clause:object
    {-13, -13, -13, -13, -13, -7},        // clause:of
    {98, 98, 98, 98, 98, 49},             // clause:governed
    {0, 0, 0, 0, 0, 0},                   // clause:antecedent
    {0, 0, 0, 0, 0, 0},                   // clause:speech
    {206, 206, 206, 206, 206, 116},       // side:free
    {0, 0, 0, 0, 0, 0},                   // side:object
    {-16, -16, -16, -16, -16, -8},        // side:of
    {63, 63, 63, 63, 63, 32},             // side:governed
    {0, 0, 0, 0, 0, 0},                   // side:antecedent
    {0, 0, 0, 0, 0, 0},                   // side:speech
    {0, 0, 0, 0, 0, 0},                   // before:free
    {0, 0, 0, 0, 0, 0},                   // before:object
    {26, 26, 26, 26, 26, 13},             // before:of
    {0, 0, 0, 0, 0, 0},                   // before:governed
    {0, 0, 0, 0, 0, 0},                   // before:antecedent
    {0, 0, 0, 0, 0, 0},                   // before:speech
    {83, 83, 83, 83, 83, 40},             // after:free
    {32, 32, 32, 32, 32, 16},             // after:object
    {41, 41, 41, 41, 41, 14},             // after:of
    {-2, -2, -2, -2, -2, -4},             // after:governed
    {81, 81, 81, 81, 81, 40},             // after:antecedent
    {-14, -14, -14, -14, -14, -7},        // after:speech
    {-12, -12, -12, -12, -12, -8},        // later:free
    {0, 0, 0, 0, 0, 0},                   // later:object
    {-9, -9, -9, -9, -9, -5},             // later:of
    {-7, -7, -7, -7, -7, -4},             // later:governed
    {-2, -2, -2, -2, -2, -1},             // later:antecedent
    {0, 0, 0, 0, 0, 0},                   // later:speech
    {83, 83, 83, 83, 83, 56},             // last:free
    {89, 89, 89, 89, 89, 44},             // last:object
    {68, 68, 68, 68, 68, 35},             // last:of
    {64, 64, 64, 64, 64, 31},             // last:governed
    {0, 0, 0, 0, 0, 0},                   // last:antecedent
    {14, 14, 14, 14, 14, 7},              // last:speech
    {85, 85, 85, 85, 85, 44},             // two_back:free
    {-18, -18, -18, -18, -18, -9},        // two_back:object
    {69, 69, 69, 69, 69, 34},             // two_back:of
    {-10, -10, -10, -10, -10, -5},        // two_back:governed
    {0, 0, 0, 0, 0, 0},                   // two_back:antecedent
    {-16, -16, -16, -16, -16, -8},        // two_back:speech
    {37, 37, 37, 37, 37, 18},             // paragraph:free
    {36, 36, 36, 36, 36, 18},             // paragraph:object
    {-49, -49, -49, -49, -49, -24},       // paragraph:of
    {-38, -38, -38, -38, -38, -19},       // paragraph:governed
    {0, 0, 0, 0, 0, 0},                   // paragraph:antecedent
    {43, 43, 43, 43, 43, 22},             // paragraph:speech
    {-77, -77, -77, -77, -77, -38},       // aside:free
    {0, 0, 0, 0, 0, 0},                   // aside:object
    {-14, -14, -14, -14, -14, -7},        // aside:of
    {-4, -4, -4, -4, -4, -2},             // aside:governed
    {0, 0, 0, 0, 0, 0},                   // aside:antecedent
    {0, 0, 0, 0, 0, 0},                   // aside:speech
    {125, 125, 125, 125, 125, 69},        // title:free
    {0, 0, 0, 0, 0, 0},                   // title:object
    {-52, -52, -52, -52, -52, -29},       // title:of
    {77, 77, 77, 77, 77, 43},             // title:governed
    {0, 0, 0, 0, 0, 0},                   // title:antecedent
    {-92, -92, -92, -92, -92, -44},       // title:speech
    {26, 26, 26, 26, 26, 6},              // heading:free
    {-59, -59, -59, -59, -59, -30},       // heading:object
    {-7, -7, -7, -7, -7, -1},             // heading:of
    {72, 72, 72, 72, 72, 39},             // heading:governed
    {0, 0, 0, 0, 0, 0},                   // heading:antecedent
    {-11, -11, -11, -11, -11, -5},        // heading:speech
    {196, 196, 196, 196, 196, 107},       // near_plain
    {184, 184, 184, 184, 184, 92},        // near_verb
    {119, 119, 119, 119, 119, 55},        // after_plain
    {17, 17, 17, 17, 17, 2},              // after_verb
    {54, 54, 54, 54, 54, 29},             // subject
    {-15, -15, -15, -15, -15, -8},        // role
    {0, 0, 0, 0, 0, 0},                   // epithet_here
    {0, 0, 0, 0, 0, 0},                   // epithet_back
    {-66, -66, -66, -66, -66, -12},       // paragraph_ago
    {-85, -85, -85, -85, -85, -81},       // earlier
    {126, 86, 110, 158, 118, 113},        // focus
    {16, 16, 16, 16, 16, -2},             // main
    {139, 139, 139, 139, 139, 55},        // clear_main
    {2, 2, 2, 2, 2, 6},                   // newcomer
    {52, 52, 52, 52, 52, 39},             // headed
    {211, 211, 211, 211, 211, 104},       // portrait
    {10, 10, 10, 10, 10, -3},             // tied
    {8, 8, 8, 8, 8, 4},                   // tied_there
    {-96, -96, -96, -96, -96, -48},       // other_post
    {34, 34, 34, 34, 34, 15},             // most
    {-115, -115, -115, -115, -115, -55},  // once
    {7, 7, 7, 7, 7, 4},                   // half
    {18, 18, 18, 18, 18, 13},             // third
    {11, 11, 11, 11, 11, -7},             // sixth
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
