using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Law;
using TipSom.Domain.Suspects;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Law;

/// <summary>A page on the law of one case. A unit that only sees the case, or not its investigation, finds no act here.</summary>
public abstract class LawPageModel(TipSomDbContext db, CurrentUser user) : CasePageModel(db)
{
    /// <summary>What the law says of the case as a whole; null until something was said.</summary>
    public CaseLaw? Law { get; private set; }

    /// <summary>How many charges there are.</summary>
    public int Charges { get; private set; }

    protected CurrentUser CurrentUser => user;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var found = await (
                from a in Db.CaseAccess
                from l in Db.CaseLaws.Where(l => l.CaseId == a.CaseId).DefaultIfEmpty()
                where a.CaseId == Case.Id && a.UnitId == user.UnitId
                select new { Law = l, Charges = Db.Charges.Count(c => c.CaseId == a.CaseId) })
            .SingleOrDefaultAsync(ct);
        (Law, Charges) = (found?.Law, found?.Charges ?? 0);
        return ChangesCase && !SeesInvestigation ? NotFound() : null;
    }

    /// <summary>The record of the case, made where there is none yet.</summary>
    protected CaseLaw TheLaw()
    {
        if (Law is null)
            Db.Add(Law = new CaseLaw(Case.Id));
        return Law;
    }

    /// <summary>Back to the law of the case, telling what was done (one of <see cref="LawNotice"/>).</summary>
    protected IActionResult ToLaw(string done) => LocalRedirect($"/cases/{Case.Number}/law?done={done}");

    /// <summary>The offences chosen and not taken off, with their text, the first chosen first.</summary>
    protected Task<List<ChosenOffence>> ChosenAsync(CancellationToken ct) => (
            from c in Db.CaseOffences
            join o in Db.Offences on c.OffenceCode equals o.Code
            where c.CaseId == Case.Id && c.DroppedAt == null
            orderby c.At, c.Id
            select new ChosenOffence(c, o))
        .ToListAsync(ct);

    /// <summary>The people of the case, by position.</summary>
    protected Task<List<LawPerson>> PeopleAsync(CancellationToken ct) => Db.Victims.AsNoTracking().Where(v => v.CaseId == Case.Id).OrderBy(v => v.Position)
        .Select(v => new LawPerson(v.Id, v.Position, v.Sex, v.Age)).ToListAsync(ct);

    /// <summary>Who is suspected in the case, by position.</summary>
    protected Task<List<Suspect>> SuspectsAsync(CancellationToken ct) =>
        Db.Suspects.AsNoTracking().Where(s => s.CaseId == Case.Id).OrderBy(s => s.Position).ToListAsync(ct);
}

/// <summary>An offence of the case with its text.</summary>
public sealed record ChosenOffence(CaseOffence Chosen, Offence Offence);

/// <summary>A person of the case, without a name.</summary>
public sealed record LawPerson(Guid Id, int Position, Domain.Victims.Sex Sex, Domain.Victims.Age Age)
{
    /// <summary>In a word.</summary>
    public string Word => Labels.OfPerson(Sex, Age.CountsAsChild);
}

/// <summary>What the law page may say was just done; anything else in the address says nothing.</summary>
public static class LawNotice
{
    public const string Saved = "saved";
    public const string FirRegistered = "fir";
    public const string StepRecorded = "step";
    public const string StepInReflection = "reflection";
    public const string Reclassified = "reclassified";

    /// <summary>The sentence of a notice; null for anything else in the address.</summary>
    public static string? TextOf(string? done) => done switch
    {
        Saved => "What the law says of the case was saved.",
        FirRegistered => "The FIR was written down, and the time for the challan runs.",
        StepRecorded => "The step was recorded.",
        StepInReflection => "The step was recorded. It is a statement taken while the person's reflection period runs: nobody owes one in it.",
        Reclassified => "The case was moved to the other law. Who should investigate was worked out anew.",
        _ => null
    };
}
