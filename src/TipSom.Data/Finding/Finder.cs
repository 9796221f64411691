using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain.Finding;
using TipSom.Domain.Identity;
using TipSom.Domain.Names;
using TipSom.Domain.Victims;

namespace TipSom.Data.Finding;

/// <summary>
/// Finds people for one searcher: whom the index names is read under row security, and of those beyond the own sight only the unit to ask is
/// told. Records each search; the caller saves.
/// </summary>
public sealed class Finder(TipSomDbContext db, PersonIndex index, IndexKeeper keeper, SearchKeys keys, IdentityHashes hashes, TimeProvider clock)
{
    private const int MostDuplicates = 5;
    private const int MostBeyond = 5;
    private static readonly NameReason[] SameWord = [NameReason.SameName, NameReason.SoundsAlike];
    private static readonly NameReason[] Besides = [NameReason.SameParent, NameReason.SameAge, NameReason.SameDistrict];

    /// <summary>What was typed into the search page. Refuses one search too many within an hour.</summary>
    public async Task<Finds> FindAsync(SearchTerm term, FindBesides besides, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hourAgo = now.AddHours(-1);
        Search.Allow(await db.Searches.CountAsync(s => s.ActorId == by.UserId && s.Kind != SearchKind.Duplicates && s.At > hourAgo, ct));
        var query = new NameQuery(term.Text, besides.Parent, besides.Age is { } age ? PakistanTime.DayOf(now).Year - age : null, besides.DistrictCode);
        var (people, beyond) = term.Kind switch
        {
            SearchKind.CaseNumber => (await ReadAsync(v => v.Number == term.Text, [], ct), []),
            SearchKind.StationReference => (await WithReferenceAsync(term.Text, ct), []),
            SearchKind.ReferralNumber => (await OfReferralAsync(term.Text, ct), []),
            SearchKind.IdentityNumber when !keeper.IsReady =>
                (await WithHashAsync(agency => hashes.OfNumber(agency, term.Text), NameReason.SameIdentityNumber, ct), []),
            SearchKind.Phone when !keeper.IsReady => (await WithHashAsync(agency => hashes.OfPhone(agency, term.Text), NameReason.SamePhone, ct), []),
            SearchKind.IdentityNumber => await WithKeyAsync(keys.OfIdentityNumber(term.Text), NameReason.SameIdentityNumber, by, ct),
            SearchKind.Phone => await WithKeyAsync(keys.OfPhone(term.Text), NameReason.SamePhone, by, ct),
            _ => (
                await WhoAreAsync(index.Named(query, Sight.Of(by.UnitId), Search.MostShown), ct),
                await UnitsOfAsync([.. index.SurelyNamedBeyond(query, by.UnitId, MostBeyond).Select(m => m.Id)], ct))
        };
        Record(term.Kind, [term.Text, besides.Parent, $"{besides.Age}", besides.DistrictCode], people, beyond, by, now);
        return new Finds(people, beyond);
    }

    /// <summary>
    /// Who may be the person who is being added or kept, besides those of <paramref name="not"/>. Blocks nobody: beyond the hour's measure
    /// nothing is told of other agencies.
    /// </summary>
    public async Task<Finds> AlikeAsync(IdentityDetails details, int? age, string? districtCode, IReadOnlyCollection<Guid> not, Actor by, CancellationToken ct)
    {
        if (details.IsEmpty)
            return Finds.None;
        var now = clock.GetUtcNow();
        var hourAgo = now.AddHours(-1);
        var mayAskBeyond = await db.Searches.CountAsync(s => s.ActorId == by.UserId && s.At > hourAgo, ct) < Search.MostAnHour;
        var named = IdentityReading.Named(details, age is { } years ? PakistanTime.DayOf(now).Year - years : null, districtCode);
        var byNumber = IdentityReading.Keys(details, keys).ToList();
        var queries = QueriesOf(named);

        var why = byNumber.SelectMany(key => index.WithKey(key, Sight.Of(by.UnitId)), (key, id) => (Id: id, Reason: ReasonOf(key, details)))
            .GroupBy(x => x.Id).ToDictionary(g => g.Key, g => (IReadOnlyList<NameReason>)[.. g.Select(x => x.Reason)]);
        foreach (var match in queries.SelectMany(q => index.Named(q, Sight.Of(by.UnitId), MostDuplicates)).Where(m => m.Reasons.Any(SameWord.Contains) && m.Reasons.Any(Besides.Contains)))
            why[match.Id] = [.. why.GetValueOrDefault(match.Id, []).Union(match.Reasons)];
        var seen = why.Keys.Except(not).Take(MostDuplicates).ToList();
        var people = seen.Count == 0 ? [] : await ReadAsync(seen, why, ct);
        var beyond = mayAskBeyond ? await UnitsOfAsync(Beyond(byNumber, queries, by).Except(not).ToList(), ct) : [];
        Record(SearchKind.Duplicates, [.. named.Names, .. named.Parents, .. IdentityReading.Numbers(details), details.Phone], people, beyond, by, now);
        return new Finds(people, beyond);
    }

    /// <summary>The record that a unit would be asked about, where somebody's identity leads to one there.</summary>
    public async Task<PersonOfCase?> BeyondAsync(IdentityDetails details, int? birthYear, Guid unit, Actor by, CancellationToken ct)
    {
        var named = IdentityReading.Named(details, birthYear, null);
        var found = Beyond(
            [.. IdentityReading.Keys(details, keys)],
            QueriesOf(named), by).ToList();
        var holders = await HoldersAsync(found, ct);
        return found.Where(id => holders.GetValueOrDefault(id) == unit).Select(id => (Id: id, Case: index.CaseOf(id)))
            .Where(x => x.Case is not null).Select(x => (PersonOfCase?)new PersonOfCase(x.Case!.Value, x.Id)).FirstOrDefault();
    }

    private static List<NameQuery> QueriesOf(NamedPerson person) =>
    [
        .. from name in person.Names
           from parent in person.Parents.DefaultIfEmpty<string?>(null)
           select new NameQuery(name, parent, person.BirthYear, person.DistrictCode)
    ];

    private IEnumerable<Guid> Beyond(IReadOnlyList<UInt128> numbers, IReadOnlyList<NameQuery> queries, Actor by) =>
        numbers.SelectMany(key => index.WithKey(key, Sight.Beyond(by.UnitId)))
            .Concat(queries.SelectMany(q => index.SurelyNamedBeyond(q, by.UnitId, MostBeyond)).Select(m => m.Id))
            .Distinct().Take(MostBeyond);

    private NameReason ReasonOf(UInt128 key, IdentityDetails details) =>
        SearchTerm.PhoneOf(details.Phone) is { } phone && keys.OfPhone(phone) == key ? NameReason.SamePhone : NameReason.SameIdentityNumber;

    private async Task<(IReadOnlyList<FoundPerson>, IReadOnlyList<UnitToAsk>)> WithKeyAsync(UInt128 key, NameReason reason, Actor by, CancellationToken ct)
    {
        var ids = index.WithKey(key, Sight.Of(by.UnitId)).Take(Search.MostShown).ToList();
        var people = ids.Count == 0 ? [] : await ReadAsync(ids, ids.ToDictionary(id => id, _ => (IReadOnlyList<NameReason>)[reason]), ct);
        return (people, await UnitsOfAsync([.. index.WithKey(key, Sight.Beyond(by.UnitId)).Take(MostBeyond)], ct));
    }

    // Until the index in memory is filled: the hashes kept in the database, which each agency keeps under a key of its own. Nothing beyond the
    // own sight is asked that way.
    private async Task<IReadOnlyList<FoundPerson>> WithHashAsync(Func<Guid, Guid> hashFor, NameReason reason, CancellationToken ct)
    {
        var asked = (await db.Agencies.Select(a => a.Id).ToListAsync(ct)).Select(hashFor).ToArray();
        var ids = await db.Database.SqlQuery<Guid>($"select victim_id as \"Value\" from security.identities_with_hash({asked})").ToListAsync(ct);
        return ids.Count == 0 ? [] : await ReadAsync(ids, ids.ToDictionary(id => id, _ => (IReadOnlyList<NameReason>)[reason]), ct);
    }

    private Task<IReadOnlyList<FoundPerson>> WhoAreAsync(IReadOnlyList<NameMatch> matches, CancellationToken ct) => matches.Count == 0
        ? Task.FromResult<IReadOnlyList<FoundPerson>>([])
        : ReadAsync([.. matches.Select(m => m.Id)], matches.ToDictionary(m => m.Id, m => m.Reasons), ct);

    // The index may be a second behind; the database says who is really seen, and whose identity.
    private async Task<IReadOnlyList<FoundPerson>> ReadAsync(
        IReadOnlyList<Guid> ids, Dictionary<Guid, IReadOnlyList<NameReason>> why, CancellationToken ct)
    {
        var order = ids.Select((id, place) => (id, place)).ToDictionary(x => x.id, x => x.place);
        var found = await People().Where(p => ids.Contains(p.VictimId) && db.VictimIdentities.Any(i => i.VictimId == p.VictimId)).ToListAsync(ct);
        return [.. found.OrderBy(p => order[p.VictimId]).Select(p => p.Because(why[p.VictimId]))];
    }

    private async Task<IReadOnlyList<FoundPerson>> ReadAsync(
        System.Linq.Expressions.Expression<Func<Row, bool>> which, IReadOnlyList<NameReason> why, CancellationToken ct) =>
        [.. (await People().Where(which).OrderBy(p => p.Number).ThenBy(p => p.Position).Take(Search.MostShown).ToListAsync(ct)).Select(p => p.Because(why))];

    // The diary or FIR number that the case was logged with, and the FIRs written down with its law, where the searcher sees the investigation.
    private Task<IReadOnlyList<FoundPerson>> WithReferenceAsync(string reference, CancellationToken ct)
    {
        var parts = reference.Split('/');
        var (serial, year) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        var cases = db.Cases.Where(c => c.StationReference == reference).Select(c => c.Id)
            .Union(db.FirstInformationReports.Where(f => f.Year == year && f.Serial == serial).Select(f => f.CaseId));
        return ReadAsync(p => cases.Contains(p.CaseId), [], ct);
    }

    private async Task<IReadOnlyList<FoundPerson>> OfReferralAsync(string number, CancellationToken ct) =>
        [.. (await People().Where(p => db.Referrals.Any(r => r.VictimId == p.VictimId && r.Number == number)).ToListAsync(ct)).Select(p => p.Because([]))];

    private IQueryable<Row> People() =>
        from v in db.Victims.AsNoTracking()
        join c in db.Cases on v.CaseId equals c.Id
        join d in db.Districts on c.DistrictCode equals d.Code
        join u in db.Units on c.HoldingUnitId equals u.Id
        select new Row
        {
            VictimId = v.Id,
            CaseId = c.Id,
            Number = c.Number,
            Position = v.Position,
            Sex = v.Sex,
            Age = v.Age,
            DistrictEn = d.NameEn,
            DistrictUr = d.NameUr,
            UnitEn = u.NameEn,
            UnitUr = u.NameUr,
            LoggedAt = c.LoggedAt
        };

    private async Task<IReadOnlyList<UnitToAsk>> UnitsOfAsync(IReadOnlyList<Guid> people, CancellationToken ct)
    {
        var holders = await HoldersAsync(people, ct);
        if (holders.Count == 0)
            return [];
        var units = holders.Values.Distinct().ToList();
        return await (
                from u in db.Units.AsNoTracking()
                join a in db.Agencies on u.AgencyId equals a.Id
                where units.Contains(u.Id)
                orderby u.NameEn
                select new UnitToAsk(u.Id, u.NameEn, u.NameUr, a.NameEn, a.NameUr, u.Phone))
            .ToListAsync(ct);
    }

    private async Task<Dictionary<Guid, Guid>> HoldersAsync(IReadOnlyList<Guid> people, CancellationToken ct) => people.Count == 0
        ? []
        : await db.Database.SqlQuery<Holder>($"select victim_id as \"VictimId\", unit_id as \"UnitId\" from security.holding_units({people.ToArray()})")
            .ToDictionaryAsync(h => h.VictimId, h => h.UnitId, ct);

    private void Record(
        SearchKind kind, IEnumerable<string?> words, IReadOnlyList<FoundPerson> people, IReadOnlyList<UnitToAsk> beyond, Actor by, DateTimeOffset now) =>
        db.Add(new Search(kind, keys.OfQuery(kind, words), people.Count, beyond.Count, by, now));

    private sealed record Holder(Guid VictimId, Guid UnitId);

    private sealed class Row
    {
        public Guid VictimId { get; init; }
        public Guid CaseId { get; init; }
        public string Number { get; init; } = "";
        public int Position { get; init; }
        public Sex Sex { get; init; }
        public Age Age { get; init; }
        public string DistrictEn { get; init; } = "";
        public string DistrictUr { get; init; } = "";
        public string UnitEn { get; init; } = "";
        public string UnitUr { get; init; } = "";
        public DateTimeOffset LoggedAt { get; init; }

        public FoundPerson Because(IReadOnlyList<NameReason> why) =>
            new(VictimId, CaseId, Number, Position, Sex, Age, DistrictEn, DistrictUr, UnitEn, UnitUr, LoggedAt, why);
    }
}

/// <summary>What else is known of whom somebody looks for.</summary>
/// <param name="Parent">The father's or husband's name.</param>
/// <param name="Age">About how old, in years.</param>
/// <param name="DistrictCode">Where found.</param>
public sealed record FindBesides(string? Parent, int? Age, string? DistrictCode)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(FindBesides);
}

/// <summary>What a search came to.</summary>
/// <param name="People">People the searcher sees, without a name.</param>
/// <param name="Beyond">Units to ask about somebody the searcher does not see.</param>
public sealed record Finds(IReadOnlyList<FoundPerson> People, IReadOnlyList<UnitToAsk> Beyond)
{
    /// <summary>Nobody.</summary>
    public static Finds None { get; } = new([], []);
}

/// <summary>Somebody who was found, as a card shows them: without a name.</summary>
public sealed record FoundPerson(
    Guid VictimId, Guid CaseId, string CaseNumber, int Position, Sex Sex, Age Age, string DistrictEn, string DistrictUr, string UnitEn, string UnitUr,
    DateTimeOffset LoggedAt, IReadOnlyList<NameReason> Reasons);

/// <summary>A unit that may know somebody: all that is told of a match beyond the own sight.</summary>
public sealed record UnitToAsk(Guid UnitId, string UnitEn, string UnitUr, string AgencyEn, string AgencyUr, string? Phone);
