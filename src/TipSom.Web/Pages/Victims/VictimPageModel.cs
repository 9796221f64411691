using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Cases;

namespace TipSom.Web.Pages.Victims;

/// <summary>A page on one person of a case, found by the case's number and the person's position in it.</summary>
public abstract class VictimPageModel(TipSomDbContext db) : CasePageModel(db)
{
    [FromRoute]
    public int Position { get; init; }

    public Victim Person { get; private set; } = null!;

    public string PersonUrl => $"/cases/{Case.Number}/people/{Position}";

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (await Db.Victims.Include(v => v.Needs).SingleOrDefaultAsync(v => v.CaseId == Case.Id && v.Position == Position, ct) is not { } person)
            return NotFound();
        Person = person;
        return null;
    }

    /// <summary>Back to the person, telling what was done (one of <see cref="PersonNotice"/>).</summary>
    protected IActionResult ToPerson(string done) => LocalRedirect($"{PersonUrl}?done={done}");
}

/// <summary>What the person's page may say was just done; anything else in the address says nothing.</summary>
public static class PersonNotice
{
    public const string RolesChanged = "roles-changed";
    public const string FamilyChanged = "family-changed";
    public const string Described = "described";
    public const string ContactChanged = "contact-changed";

    /// <summary>The words; null for anything else.</summary>
    public static string? Of(string? done) => done switch
    {
        RolesChanged => "The roles were saved.",
        FamilyChanged => "The family was saved.",
        Described => "The answers were saved.",
        ContactChanged => "The safe contact was saved.",
        _ => null
    };
}
