using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Emergency;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Emergency;

/// <summary>A page on one access, for those who follow it: row security says who they are.</summary>
public abstract class EmergencyPageModel(TipSomDbContext db, CurrentUser user, TimeProvider clock) : RecordPageModel
{
    [FromRoute]
    public string Number { get; init; } = "";

    public EmergencyAccess Access { get; private set; } = null!;

    public EmergencyApproval? Approval { get; private set; }

    public EmergencyReview? Review { get; private set; }

    /// <summary>The unit of who asked.</summary>
    public BilingualName Unit { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IsOwn => Access.ActorId == user.Id;

    /// <summary>Whole minutes left, at least one.</summary>
    public int MinutesLeft => (int)Math.Ceiling((Access.EndsAt!.Value - Now).TotalMinutes);

    protected TipSomDbContext Db => db;

    protected CurrentUser Me => user;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.EmergencyPrefix, out var number))
            return NotFound();
        var found = await (
                from a in db.EmergencyAccesses
                join u in db.Units on a.ActorUnitId equals u.Id
                where a.Number == number
                select new
                {
                    Access = a,
                    Unit = new BilingualName(u.NameEn, u.NameUr),
                    Approval = db.EmergencyApprovals.FirstOrDefault(p => p.AccessId == a.Id),
                    Review = db.EmergencyReviews.FirstOrDefault(r => r.AccessId == a.Id)
                })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Access, Unit, Approval, Review) = (found.Access, found.Unit, found.Approval, found.Review);
        return null;
    }
}
