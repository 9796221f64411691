using System.Buffers;

namespace TipSom.Domain.Names;

/// <summary>
/// Finds people by name across Urdu and Roman spelling. It lives in memory only: words of names kept in a table give most names away to
/// whoever steals the table. Several may read while nobody writes.
/// </summary>
/// <remarks>Whom a search finds is not yet whom the searcher may see: the caller reads the finds under row security.</remarks>
public sealed class NameIndex : IDisposable
{
    // So many that share rare words are compared word by word.
    private const int Compared = 400;
    private const double LeastScore = 0.5;
    private const float HeardNearly = 0.4f;

    // Places of people who were taken out or filed anew, before what they left is cleared away.
    private const int Spare = 10_000;

    private readonly ReaderWriterLockSlim gate = new();
    private readonly Vocabulary vocabulary = new();
    private readonly Dictionary<Guid, int> places = [];
    private readonly List<Filed> filed = [];
    private readonly List<int> marks = [];
    private readonly Dictionary<int, List<int>> named = [];
    private readonly Dictionary<int, List<int>> parented = [];

    /// <summary>How many people are in it.</summary>
    public int Count => places.Count;

    /// <summary>Files a person, in place of what was filed under the id before.</summary>
    public void Put(Guid id, NamedPerson person)
    {
        var names = person.Names.Select(NameText.Read).ToList();
        var parents = person.Parents.Select(NameText.Read).ToList();
        gate.EnterWriteLock();
        try
        {
            Forget(id);
            if (filed.Count > Spare + (2 * places.Count))
                CloseUp();
            var place = filed.Count;
            var start = marks.Count;
            var ofNames = File(names, named, place, isParent: false);
            File(parents, parented, place, isParent: true);
            filed.Add(new Filed(id, start, ofNames, marks.Count - start, (short)(person.BirthYear ?? 0), person.DistrictCode));
            places[id] = place;
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }

    /// <summary>Takes a person out.</summary>
    public void Remove(Guid id)
    {
        gate.EnterWriteLock();
        Forget(id);
        gate.ExitWriteLock();
    }

    /// <summary>Those who may be meant, the likeliest first, at most so many; only among some, where <paramref name="among"/> says whom.</summary>
    public IReadOnlyList<NameMatch> Find(NameQuery query, int most, Predicate<Guid>? among = null)
    {
        var comparison = new NameComparison(query);
        gate.EnterReadLock();
        try
        {
            return [.. Likeliest(comparison, among).Select(place => Judge(place, comparison)).OfType<NameMatch>()
                .OrderByDescending(match => match.Score).ThenBy(match => match.Id).Take(most)];
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    /// <summary>Nothing to close but the lock.</summary>
    public void Dispose() => gate.Dispose();

    private void Forget(Guid id)
    {
        if (places.Remove(id, out var place))
            filed[place] = filed[place] with { Length = 0, OfNames = 0 };
    }

    /// <summary>Files everybody anew without the gaps that changes left.</summary>
    private void CloseUp()
    {
        var (before, written) = (filed.ToArray(), marks.ToArray());
        filed.Clear();
        marks.Clear();
        named.Clear();
        parented.Clear();
        foreach (var person in before.Where(p => places.ContainsKey(p.Id) && p.Length > 0))
        {
            var place = filed.Count;
            filed.Add(person with { Start = marks.Count });
            places[person.Id] = place;
            for (var i = 0; i < person.Length; i++)
            {
                var mark = written[person.Start + i];
                marks.Add(mark);
                List(i < person.OfNames ? named : parented, Mark.WordOf(mark), place);
            }
        }
    }

    private void List(Dictionary<int, List<int>> lists, int word, int place)
    {
        if (!lists.TryGetValue(vocabulary.SoundOf(word), out var list))
            lists.Add(vocabulary.SoundOf(word), list = []);
        if (list.Count == 0 || list[^1] != place)
            list.Add(place);
    }

    private int File(List<IReadOnlyList<NameWord>> names, Dictionary<int, List<int>> lists, int place, bool isParent)
    {
        var before = marks.Count;
        for (var which = 0; which < Math.Min(names.Count, Mark.MostNames); which++)
        {
            foreach (var word in names[which])
            {
                var number = vocabulary.Number(word);
                marks.Add(Mark.Of(number, which, word));
                List(lists, number, place);
            }
        }

        return isParent ? 0 : marks.Count - before;
    }

    /// <summary>Those who share the rarest words with the name that was asked for: a first sieve, cheap for a million.</summary>
    private List<int> Likeliest(NameComparison asked, Predicate<Guid>? among)
    {
        var weights = ArrayPool<float>.Shared.Rent(Math.Max(1, filed.Count));
        Array.Clear(weights, 0, filed.Count);
        try
        {
            foreach (var word in asked.Name)
                Weigh(word, named, 1, weights);
            foreach (var word in asked.Parent)
                Weigh(word, parented, 0.5f, weights);
            var best = new PriorityQueue<int, float>(Compared + 1);
            for (var place = 0; place < filed.Count; place++)
            {
                if (weights[place] == 0 || filed[place].Length == 0)
                    continue;
                if (best.Count == Compared && best.TryPeek(out _, out var least) && weights[place] <= least)
                    continue;
                // Asked last: it is the dearest question, and few are left by then.
                if (among is not null && !among(filed[place].Id))
                    continue;
                if (best.Count < Compared)
                    best.Enqueue(place, weights[place]);
                else
                    best.EnqueueDequeue(place, weights[place]);
            }

            return [.. best.UnorderedItems.Select(item => item.Element)];
        }
        finally
        {
            ArrayPool<float>.Shared.Return(weights);
        }
    }

    private void Weigh(NameWord word, Dictionary<int, List<int>> lists, float share, float[] weights)
    {
        if (vocabulary.Heard(word.Sound) is { } heard)
            Add(heard, share);
        foreach (var near in vocabulary.HeardNearly(word.Sound))
            Add(near, share * HeardNearly);

        void Add(int sound, float part)
        {
            if (!lists.TryGetValue(sound, out var list))
                return;
            var weight = part * MathF.Log(1 + ((float)filed.Count / list.Count));
            foreach (var place in list)
                weights[place] += weight;
        }
    }

    private NameMatch? Judge(int place, NameComparison asked)
    {
        var person = filed[place];
        var name = asked.Compare(WordsOf(person.Start, person.OfNames), asked.Name);
        var reasons = new List<NameReason> { name >= 0.999 ? NameReason.SameName : name >= 0.8 ? NameReason.SoundsAlike : NameReason.PartOfName };
        var score = name;
        if (asked.Parent.Count > 0)
        {
            var parent = asked.Compare(WordsOf(person.Start + person.OfNames, person.Length - person.OfNames), asked.Parent);
            score = (0.7 * name) + (0.3 * parent);
            if (parent >= 0.8)
                reasons.Add(NameReason.SameParent);
        }

        if (asked.Query.BirthYear is { } year && person.BirthYear != 0)
        {
            var apart = Math.Abs(year - person.BirthYear);
            score += apart <= 2 ? 0.05 : apart > 10 ? -0.1 : 0;
            if (apart <= 2)
                reasons.Add(NameReason.SameAge);
        }

        if (asked.Query.DistrictCode is { } district && district == person.DistrictCode)
        {
            score += 0.05;
            reasons.Add(NameReason.SameDistrict);
        }

        return score < LeastScore ? null : new NameMatch(person.Id, Math.Min(1, score), reasons);
    }

    /// <summary>The words of each name of a person.</summary>
    private IEnumerable<IGrouping<int, NameWord>> WordsOf(int start, int length) =>
        marks.GetRange(start, length).GroupBy(Mark.NameOf, mark =>
        {
            var word = Mark.WordOf(mark);
            return new NameWord(vocabulary.SpellingOf(word), Mark.PositionOf(mark), Mark.IsPair(mark), vocabulary.IsWeak(word));
        });

    private readonly record struct Filed(Guid Id, int Start, int OfNames, int Length, short BirthYear, string? DistrictCode);

    /// <summary>A word of a person's name in one number: which word, of which name, in which place, and whether it is two.</summary>
    private static class Mark
    {
        public const int MostNames = 8;

        public static int Of(int word, int name, NameWord read) => (word << 8) | (name << 5) | ((read.IsPair ? 1 : 0) << 4) | read.Position;

        public static int WordOf(int mark) => mark >>> 8;

        public static int NameOf(int mark) => (mark >> 5) & 7;

        public static bool IsPair(int mark) => (mark & 16) != 0;

        public static int PositionOf(int mark) => mark & 15;
    }
}
