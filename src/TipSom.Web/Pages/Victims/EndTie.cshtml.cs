using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>Ends a tie that no longer holds, or was wrong. It stays on record.</summary>
[RequirePermission(Permission.LogCases)]
public sealed class EndTieModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : VictimPageModel(db)
{
    [FromRoute]
    public Guid Tie { get; init; }

    public FamilyTie Ending { get; private set; } = null!;

    public Victim Other { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var found = await (
                from t in Db.FamilyTies
                join v in Db.Victims on t.PersonId == Person.Id ? t.RelativeId : t.PersonId equals v.Id
                where t.Id == Tie && (t.PersonId == Person.Id || t.RelativeId == Person.Id)
                select new { Tie = t, Other = v })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Ending, Other) = (found.Tie, found.Other);
        return null;
    }

    public void OnGet()
    {
        // The tie was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Case.MustBeOpen();
        var now = clock.GetUtcNow();
        Ending.End(user.Actor, now);
        Case.Record(CaseEventKind.FamilyChanged, user.Actor, now, Person.Position);
        await Db.SaveChangesAsync(ct);
        return ToPerson(PersonNotice.FamilyChanged);
    }
}
