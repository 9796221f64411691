using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Finding;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Finding;

/// <summary>Shows, where a person is being added, who may be the same, and records what the officer says. Blocks nothing.</summary>
public sealed class AlikePeople(TipSomDbContext db, Finder finder, CurrentUser user, TimeProvider clock)
{
    /// <summary>Looks, and lays out a question for each; what was answered already stays. The caller saves.</summary>
    public async Task<Finds> AskAsync(
        IdentityDetails details, Age age, string? districtCode, List<AlikeInput> answers, ModelStateDictionary state, CancellationToken ct)
    {
        var finds = await finder.AlikeAsync(details, age.Years, districtCode, [], user.Actor, ct);
        var said = answers.Where(a => a.Known is not null).DistinctBy(a => a.Known).ToDictionary(a => a.Known!, a => a.Answer);
        answers.Clear();
        answers.AddRange(finds.People.Select(p => new AlikeInput { Known = AlikeInput.KeyOf(p), Answer = said.GetValueOrDefault(AlikeInput.KeyOf(p)) }));
        // What was posted may stand at another place of the list now.
        foreach (var key in state.Keys.Where(k => k.StartsWith("Input.Alike", StringComparison.Ordinal)).ToList())
            state.Remove(key);
        return finds;
    }

    /// <summary>What was said of whom; of people the officer does not see, nothing.</summary>
    public async Task<IReadOnlyList<Said>> ReadAsync(IEnumerable<AlikeInput> answers, CancellationToken ct)
    {
        var given = answers.Where(a => a.Answer is not null && a.Known is not null).ToList();
        if (given.Count == 0)
            return [];
        var numbers = given.Select(a => a.Number).ToList();
        var people = await (
                from v in db.Victims
                join c in db.Cases on v.CaseId equals c.Id
                where numbers.Contains(c.Number)
                select new { Person = v, Case = c, Works = db.CaseAccess.Any(a => a.CaseId == c.Id && a.UnitId == user.UnitId && a.Works && a.SeesIdentity) })
            .ToListAsync(ct);
        return
        [
            .. from answer in given
               from p in people
               where answer.Known == AlikeInput.KeyOf(p.Case.Number, p.Person.Position)
               select new Said(p.Case, p.Person, p.Works, answer.Answer!.Value)
        ];
    }

    /// <summary>The officer goes on in the other case: nothing else is kept.</summary>
    public void GoOnThere(Said said) => db.Add(new DuplicateChoice(said.OfCase, null, said.Answer, user.Actor, clock.GetUtcNow()));

    /// <summary>Records what was said, with the person who is added; "the same" links the two where both cases are the officer's work.</summary>
    public void Keep(IEnumerable<Said> said, Case @case, Victim added)
    {
        var now = clock.GetUtcNow();
        foreach (var one in said)
        {
            db.Add(new DuplicateChoice(one.OfCase, new PersonOfCase(@case.Id, added.Id), one.Answer, user.Actor, now));
            if (one is { Answer: DuplicateAnswer.Same, Works: true } && one.Case.Id != @case.Id)
                db.Add(new PersonLink(@case, added, one.Case, one.Person, SameBecause.KnownToOfficer, user.Actor, now));
        }
    }
}

/// <summary>One who may be the same, and what the officer says of them.</summary>
public sealed class AlikeInput
{
    /// <summary>Case number and position: <c>TS-2026-7K3Q9X/1</c>.</summary>
    public string? Known { get; set; }

    public DuplicateAnswer? Answer { get; set; }

    public string Number => Known!.Split('/')[0];

    public static string KeyOf(FoundPerson person) => KeyOf(person.CaseNumber, person.Position);

    public static string KeyOf(string number, int position) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}/{position}");
}

/// <summary>What was said of a person the officer sees.</summary>
public sealed record Said(Case Case, Victim Person, bool Works, DuplicateAnswer Answer)
{
    public PersonOfCase OfCase => new(Case.Id, Person.Id);
}

/// <summary>What _Alike shows: who may be the same, the answers, and the other case to go on in, once that was chosen.</summary>
public sealed record AlikeQuestion(Finds Finds, IReadOnlyList<AlikeInput> Answers, string? GoTo);
