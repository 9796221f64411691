using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Law;

/// <summary>What one victim is to get: asked of the court, ordered, paid.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class CompensationModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : LawPageModel(db, user)
{
    private Compensation? known;

    [FromRoute]
    public int Position { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Victim Victim { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var found = await (
                from v in Db.Victims
                from k in Db.Compensations.Where(k => k.VictimId == v.Id).DefaultIfEmpty()
                where v.CaseId == Case.Id && v.Position == Position
                select new { Victim = v, Compensation = k })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (Victim, known) = (found.Victim, found.Compensation);
        return null;
    }

    public void OnGet() => Input = new InputModel
    {
        AskedOn = known?.AskedOn,
        Ordered = known?.OrderedRupees,
        OrderedOn = known?.OrderedOn,
        Paid = known?.PaidRupees,
        PaidOn = known?.PaidOn
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input is { Ordered: null, OrderedOn: not null } or { Ordered: not null, OrderedOn: null })
            ModelState.AddModelError("Input.OrderedOn", texts["Give the amount and the day."]);
        if (Input is { Paid: null, PaidOn: not null } or { Paid: not null, PaidOn: null })
            ModelState.AddModelError("Input.PaidOn", texts["Give the amount and the day."]);
        if (!ModelState.IsValid)
            return Page();
        if (known is null)
            Db.Add(known = new Compensation(Victim));
        known.Stands(
            Case, Input.AskedOn, AmountOf(Input.Ordered, Input.OrderedOn), AmountOf(Input.Paid, Input.PaidOn), PakistanTime.DayOf(clock.GetUtcNow()));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/law/charges");
    }

    private static Amount? AmountOf(long? rupees, DateOnly? on) => rupees is { } sum && on is { } day ? new Amount(sum, day) : null;

    public sealed class InputModel
    {
        public DateOnly? AskedOn { get; set; }

        [Range(0, Compensation.MostRupees)]
        public long? Ordered { get; set; }

        public DateOnly? OrderedOn { get; set; }

        [Range(0, Compensation.MostRupees)]
        public long? Paid { get; set; }

        public DateOnly? PaidOn { get; set; }
    }
}
