#include "resolve/person_signs.h"

namespace panchina {
namespace {

// By sign: verb, clitic, participle, nominal, speaker.
constexpr std::array<std::array<std::int16_t, kAsked>, kPersonSigns> kWeights = {{
    // begin of the fitted table
    {273, 209, 261, 327, 199},       // near:free
    {62, 14, 2, -15, 14},            // near:object
    {52, 18, -58, 67, 18},           // near:of
    {54, 91, 27, 48, 43},            // near:governed
    {151, 85, 100, 89, 85},          // near:antecedent
    {186, 117, 117, 164, 117},       // near:speech
    {187, 187, 187, 187, 187},       // clause:free
    {28, 28, 28, 28, 28},            // clause:object
    {-22, -22, -22, -22, -22},       // clause:of
    {139, 139, 139, 139, 139},       // clause:governed
    {0, 0, 0, 0, 0},                 // clause:antecedent
    {0, 0, 0, 0, 0},                 // clause:speech
    {221, 221, 221, 221, 221},       // side:free
    {0, 0, 0, 0, 0},                 // side:object
    {-13, -13, -13, -13, -13},       // side:of
    {110, 110, 110, 110, 110},       // side:governed
    {0, 0, 0, 0, 0},                 // side:antecedent
    {0, 0, 0, 0, 0},                 // side:speech
    {-3, -3, -3, -3, -3},            // before:free
    {0, 0, 0, 0, 0},                 // before:object
    {35, 35, 35, 35, 35},            // before:of
    {0, 0, 0, 0, 0},                 // before:governed
    {0, 0, 0, 0, 0},                 // before:antecedent
    {0, 0, 0, 0, 0},                 // before:speech
    {67, 67, 67, 67, 67},            // after:free
    {33, 33, 33, 33, 33},            // after:object
    {29, 29, 29, 29, 29},            // after:of
    {38, 38, 38, 38, 38},            // after:governed
    {82, 82, 82, 82, 82},            // after:antecedent
    {-15, -15, -15, -15, -15},       // after:speech
    {-11, -11, -11, -11, -11},       // later:free
    {0, 0, 0, 0, 0},                 // later:object
    {-12, -12, -12, -12, -12},       // later:of
    {-11, -11, -11, -11, -11},       // later:governed
    {-1, -1, -1, -1, -1},            // later:antecedent
    {0, 0, 0, 0, 0},                 // later:speech
    {58, 58, 58, 58, 58},            // last:free
    {93, 93, 93, 93, 93},            // last:object
    {18, 18, 18, 18, 18},            // last:of
    {48, 48, 48, 48, 48},            // last:governed
    {0, 0, 0, 0, 0},                 // last:antecedent
    {13, 13, 13, 13, 13},            // last:speech
    {55, 55, 55, 55, 55},            // two_back:free
    {-16, -16, -16, -16, -16},       // two_back:object
    {45, 45, 45, 45, 45},            // two_back:of
    {-29, -29, -29, -29, -29},       // two_back:governed
    {0, 0, 0, 0, 0},                 // two_back:antecedent
    {-26, -26, -26, -26, -26},       // two_back:speech
    {25, 25, 25, 25, 25},            // paragraph:free
    {45, 45, 45, 45, 45},            // paragraph:object
    {-35, -35, -35, -35, -35},       // paragraph:of
    {-41, -41, -41, -41, -41},       // paragraph:governed
    {0, 0, 0, 0, 0},                 // paragraph:antecedent
    {16, 16, 16, 16, 16},            // paragraph:speech
    {-85, -85, -85, -85, -85},       // aside:free
    {-1, -1, -1, -1, -1},            // aside:object
    {-13, -13, -13, -13, -13},       // aside:of
    {-10, -10, -10, -10, -10},       // aside:governed
    {0, 0, 0, 0, 0},                 // aside:antecedent
    {0, 0, 0, 0, 0},                 // aside:speech
    {72, 72, 72, 72, 72},            // title:free
    {0, 0, 0, 0, 0},                 // title:object
    {-43, -43, -43, -43, -43},       // title:of
    {115, 115, 115, 115, 115},       // title:governed
    {0, 0, 0, 0, 0},                 // title:antecedent
    {-93, -93, -93, -93, -93},       // title:speech
    {49, 49, 49, 49, 49},            // heading:free
    {-92, -92, -92, -92, -92},       // heading:object
    {-41, -41, -41, -41, -41},       // heading:of
    {27, 27, 27, 27, 27},            // heading:governed
    {0, 0, 0, 0, 0},                 // heading:antecedent
    {-14, -14, -14, -14, -14},       // heading:speech
    {191, 191, 191, 191, 191},       // near_plain
    {180, 180, 180, 180, 180},       // near_verb
    {99, 99, 99, 99, 99},            // after_plain
    {55, 55, 55, 55, 55},            // after_verb
    {82, 82, 82, 82, 82},            // subject
    {18, 18, 18, 18, 18},            // role
    {0, 0, 0, 0, 0},                 // epithet_here
    {0, 0, 0, 0, 0},                 // epithet_back
    {-42, -42, -42, -42, -42},       // paragraph_ago
    {-77, -77, -77, -77, -77},       // earlier
    {136, 103, 120, 200, 107},       // focus
    {2, 2, 2, 2, 2},                 // main
    {86, 86, 86, 86, 86},            // clear_main
    {10, 10, 10, 10, 10},            // newcomer
    {31, 31, 31, 31, 31},            // headed
    {134, 134, 134, 134, 134},       // portrait
    {19, 19, 19, 19, 19},            // tied
    {30, 30, 30, 30, 30},            // tied_there
    {-121, -121, -121, -121, -121},  // other_post
    {69, 69, 69, 69, 69},            // most
    {-101, -101, -101, -101, -101},  // once
    {35, 35, 35, 35, 35},            // half
    {5, 5, 5, 5, 5},                 // third
    {-37, -37, -37, -37, -37},       // sixth
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
