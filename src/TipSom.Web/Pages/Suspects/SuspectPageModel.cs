using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Cases;

namespace TipSom.Web.Pages.Suspects;

/// <summary>A page about who is suspected in a case. To those who do not see the investigation it is not there, rather than empty.</summary>
public abstract class SuspectsPageModel(TipSomDbContext db) : CasePageModel(db)
{
    public string ListUrl => $"/cases/{Case.Number}/suspects";

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct) =>
        await base.LoadAsync(ct) is { } instead ? instead : SeesInvestigation ? null : NotFound();
}

/// <summary>A page on one suspect, found by the position in the case.</summary>
public abstract class SuspectPageModel(TipSomDbContext db) : SuspectsPageModel(db)
{
    [FromRoute]
    public int Position { get; init; }

    public Suspect Suspect { get; private set; } = null!;

    /// <summary>The person of the case whom the suspect is, where there is one.</summary>
    public Victim? Person { get; private set; }

    public string SuspectUrl => $"{ListUrl}/{Position}";

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var found = await (
                from s in Db.Suspects
                where s.CaseId == Case.Id && s.Position == Position
                select new { Suspect = s, Person = Db.Victims.FirstOrDefault(v => v.Id == s.VictimId) })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Suspect, Person) = (found.Suspect, found.Person);
        return null;
    }

    /// <summary>Back to the suspect, telling what was done (one of <see cref="SuspectNotice"/>).</summary>
    protected IActionResult ToSuspect(string done) => LocalRedirect($"{SuspectUrl}?done={done}");
}

/// <summary>What a page about suspects may say was just done; anything else in the address says nothing.</summary>
public static class SuspectNotice
{
    public const string Entered = "entered";
    public const string Accused = "accused";
    public const string Changed = "changed";
    public const string Looked = "looked";
    public const string IsVictim = "is-victim";

    /// <summary>The words; null for anything else.</summary>
    public static string? Of(string? done) => done switch
    {
        Entered => "The suspect was entered.",
        Accused => "The person was entered as accused. A supervisor is asked to look at it.",
        Changed => "The answers were saved.",
        Looked => "Your look was noted.",
        IsVictim => "The suspect is now a person of this case, whom it protects.",
        _ => null
    };
}
