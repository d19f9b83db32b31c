"""Posts and spells that no rule tells, from an article to the events."""
import unittest

from program import lines_of, run


class PagesOfPlayers(unittest.TestCase):
    """What no rule tells is weighed; a page of a player's years gives him no post."""

    def posts_of(self, text):
        done = run("extract", "-", input=text.encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        return [line for line in lines_of(done.stdout) if line["type"] == "tenure"]

    def test_years_on_the_field(self):
        self.assertEqual(self.posts_of("Aldo Rossi\n\nAldo Rossi è nato a Pavia nel 1960. Acquistato "
                                       "dal Como nel 1984, gioca 28 partite segnando 3 gol.\n"), [])

    def test_the_town_of_birth(self):
        done = run("extract", "-", input="Aldo Rossi\n\nAldo Rossi (Pavia, 12 marzo 1960) è un ex calciatore. "
                                         "Milita per un triennio nel Como.\n".encode())
        clubs = [line["args"]["club"] for line in lines_of(done.stdout) if line["type"] == "playing_spell"]
        self.assertEqual(clubs, ["como"])

    def test_an_office_is_no_playing_spell(self):
        def clubs_of(office):
            done = run("extract", "-", input=("Aldo Rossi\n\nAldo Rossi (Pavia, 12 marzo 1960) è un ex calciatore italiano, "
                                              f"di ruolo attaccante, {office} del Como.\n").encode())
            return [line["args"]["club"] for line in lines_of(done.stdout) if line["type"] == "playing_spell"]
        self.assertEqual(clubs_of("direttore sportivo"), [])
        self.assertEqual(clubs_of("responsabile dell'area tecnica"), [])
        self.assertEqual(clubs_of("capitano"), ["como"])

    def test_who_is_named_before_the_verb_moves(self):
        done = run("extract", "-", input="Il Lecco ingaggia il bomber Aldo Rossi\n\nL'attaccante, ex di Novara, arriva dal "
                                         "Monza. In carriera ha vestito anche la maglia del Pavia.\n\nIn uscita, il "
                                         "difensore Ugo Verdi passa al Gozzano, mentre ha rescisso Ivo Neri, che si è "
                                         "accasato alla Sanremese.\n".encode())
        clubs = {line["args"]["club"]: line["args"]["person"] for line in lines_of(done.stdout)
                 if line["type"] == "playing_spell"}
        self.assertEqual([clubs.get(club) for club in ("pavia", "gozzano", "sanremese")],
                         ["Aldo Rossi", "Ugo Verdi", "Ivo Neri"])

    def test_the_first_team_behind_the_young(self):
        posts = self.posts_of("Aldo Rossi è un allenatore di calcio.\n\nDopo aver guidato le giovanili del Treviso, nel "
                              "1988 assunse la guida della prima squadra.\n")
        self.assertEqual({line["args"]["role"]: line["args"]["start"] for line in posts},
                         {"youth_coach": None, "head_coach": "1988"})

    def test_a_coach_has_no_post_at_whom_he_met(self):
        posts = self.posts_of("Eccellenza, il Real Torneno cade\n\nREAL TORNENO-VIGOR BIVIGO 1-2\nReal Torneno: Rossi, "
                              "Bini, Verdi, Moretti, Galli, Costa, Fontana, Marini, Greco, Bruno, Gallo. All. Barbieri.\n"
                              "Vigor Bivigo: Ferri, Leone, Longo, Gentile, Martini, Vitale, Serra, Coppola, De Santis, "
                              "D'Angelo, Marchetti. All. Ferraro.\n\nTORNENO – Brutto stop per il Real Torneno di mister "
                              "Barbieri, che si fa rimontare dalla Vigor e scivola a meno quattro dalla vetta.\n")
        self.assertEqual([line["args"]["club"] for line in posts if line["args"]["person"] == "Barbieri"],
                         ["?real-torneno"])

    def test_no_word_of_benches(self):
        self.assertEqual(self.posts_of("Aldo Rossi\n\nAldo Rossi è nato a Pavia nel 1960. Tesserato per "
                                       "il Lecco nel 1991, vi rimane tre stagioni.\n"), [])

    def test_what_was_done_before_dates_no_arrival(self):
        posts = self.posts_of("Lecco, si cambia\n\nIl tecnico Aldo Rossi torna a Lecco: nel 2012 aveva portato "
                              "il Bari in Serie B.\n")
        starts = {line["args"]["club"]: line["args"]["start"] for line in posts}
        self.assertIsNone(starts["lecco"])

    def test_a_successor_behind_the_years_of_a_post(self):
        posts = self.posts_of("I tecnici del Lecco\n\nDal 1971 al 1974 sulla panchina del Lecco siede Aldo Rossi; gli "
                              "subentra Ugo Verdi.\n")
        dates = {line["args"]["person"]: (line["args"]["start"], line["args"]["end"]) for line in posts}
        self.assertEqual(dates, {"Aldo Rossi": ("1971", "1974"), "Ugo Verdi": ("1974", None)})

    def test_a_future_in_the_past_is_no_rumour(self):
        def clubs_of(words):
            return [line["args"]["club"] for line in self.posts_of(f"Lecco\n\nIn porta c'era Aldo Rossi, {words}.\n")]
        self.assertEqual(clubs_of("che avrebbe poi allenato il Bari"), ["bari"])
        self.assertEqual(clubs_of("che avrebbe già allenato il Bari"), [])

    def test_the_year_of_birth_behind_a_name(self):
        posts = self.posts_of("La Pistoiese cambia\n\nEsonerato Ugo Neri. Ora tocca ad Aldo Rossi, del '72: domenica 2-0.\n")
        starts = {line["args"]["person"]: line["args"]["start"] for line in posts}
        self.assertEqual(starts, {"Ugo Neri": None, "Aldo Rossi": None})

    def test_a_post_held_before(self):
        posts = self.posts_of("Como, cambio in panchina\n\nIl Como ha scelto il nuovo allenatore: è Aldo Rossi, già sulla "
                              "panchina lariana nel 2012.\n")
        self.assertEqual([line["args"]["start"] for line in posts], [None, "2012"])


class RolesOfOthers(unittest.TestCase):
    """The post that a word names is whose name stands behind the word."""

    def test_beside_a_chief(self):
        done = run("extract", "-", input="Lecco, ecco lo staff\n\nIl Lecco ha ufficializzato lo staff tecnico. Al "
                                         "fianco di Ivo Bertoni, che arriva dal Monza, ci saranno il vice Aldo "
                                         "Rossi e il preparatore Ugo Neri.\n".encode())
        posts = {line["args"]["person"]: line["args"]["role"]
                 for line in lines_of(done.stdout) if line["type"] == "tenure"}
        self.assertEqual(posts, {"Ivo Bertoni": "head_coach", "Aldo Rossi": "assistant_coach",
                                 "Ugo Neri": "fitness_coach"})


class SharedYears(unittest.TestCase):
    """The words that date one post date no other one, but those of a list."""

    def starts_of(self, text):
        done = run("extract", "-", input=text.encode())
        return {line["args"]["club"]: line["args"]["start"] for line in lines_of(done.stdout) if line["type"] == "tenure"}

    def test_of_the_nearest(self):
        self.assertEqual(self.starts_of("Aldo Rossi è un allenatore. La carriera da allenatore parte dal Lecco nel 1988, "
                                        "prosegue al Como.\n"), {"lecco": "1988", "como": None})

    def test_of_all_in_a_list(self):
        self.assertEqual(self.starts_of("Aldo Rossi è un allenatore. Dal 1988 al 1990 ha allenato Lecco e Como.\n"),
                         {"lecco": "1988", "como": "1988"})


class PostsJustHeld(unittest.TestCase):
    """Who is sent away goes from where the sentence has told him to be, whatever club the page is about."""

    def test_of_the_sentence(self):
        done = run("extract", "-", input="Il Fanfulla piange Aldo Rossi\n\nAldo Rossi portò il Fanfulla in Serie C nel 1979 e restò al "
                                         "Fanfulla fino al 1981. Il Fanfulla lo ricorda. Nel 1991 subentrò a Ugo Neri sulla panchina "
                                         "del Crema, ma venne esonerato dopo sette giornate.\n".encode())
        posts = [line["args"] for line in lines_of(done.stdout) if line["type"] == "tenure"]
        self.assertEqual([post["club"] for post in posts if post["end_cause"] == "dismissed"], ["crema"])


class Interviews(unittest.TestCase):
    """An answer that names no club is of the one that was asked about."""

    def test_the_club_of_the_question(self):
        done = run("extract", "-", input="Intervista ad Aldo Rossi\n\nDopo l'addio al Lecco l'abbiamo sentito.\n\n"
                                         "E l'esperienza di Como?\n«Bellissima. Poi fui esonerato.»\n"
                                         "Poi Varese.\n«Sì, arrivai a dicembre al posto di Neri.»\n"
                                         .encode())
        ends = {line["args"]["club"]: line["args"]["end_cause"]
                for line in lines_of(done.stdout) if line["type"] == "tenure"}
        self.assertEqual(ends, {"lecco": "left", "como": "dismissed", "varese": None})


if __name__ == "__main__":
    unittest.main()
