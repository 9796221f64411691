using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Care;
using TipSom.Domain.Care;
using TipSom.Domain.Identity;
using TipSom.Domain.Referrals;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Care;

/// <summary>The provider records care, or puts an entry right by a new one.</summary>
[RequirePermission(Permission.KeepCare)]
public sealed class RecordModel(TipSomDbContext db, CareLog log, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : CareEntryPageModel(db, texts)
{
    public async Task<IActionResult> OnGetAsync(Guid? corrects, CancellationToken ct)
    {
        Input.Day = PakistanTime.DayOf(clock.GetUtcNow());
        if (corrects is null)
            return Page();
        if (await WrongAsync(corrects, ct) is not { } wrong)
            return NotFound();
        (Input.Corrects, Input.Day, Input.Service) = (wrong.Id, wrong.Day, wrong.Service);
        (Input.Hours, Input.Times, Input.Visibility) = (wrong.Hours, wrong.Times, wrong.Visibility);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        var wrong = await WrongAsync(Input.Corrects, ct);
        if (wrong is null && Input.Corrects is not null)
            return NotFound();
        var facts = new CareFacts(Input.Day!.Value, Input.Service!.Value, Input.Hours, Input.Times, Input.Visibility);
        await log.RecordAsync(Referral, facts, Input.Note, wrong, user.Actor, ct);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/referrals/{Referral.Number}/care");
    }

    protected override bool IsFor(Side side) => side == Side.Recipient;

    private Task<CareEntry?> WrongAsync(Guid? id, CancellationToken ct) =>
        Db.CareEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.ReferralId == Referral.Id, ct);
}
