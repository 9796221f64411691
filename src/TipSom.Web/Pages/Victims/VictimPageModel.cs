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

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (await Db.Victims.Include(v => v.Needs).SingleOrDefaultAsync(v => v.CaseId == Case.Id && v.Position == Position, ct) is not { } person)
            return NotFound();
        Person = person;
        return null;
    }
}
