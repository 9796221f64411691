using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Law;
using TipSom.Web.Localisation;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Law;

/// <summary>What an accused pleads, what became of the charge, and how an appeal stands.</summary>
[RequirePermission(Permission.KeepLaw)]
public sealed class OutcomeModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : LawPageModel(db, user)
{
    [FromRoute]
    public Guid Charge { get; init; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Charge TheCharge { get; private set; } = null!;

    public Offence Offence { get; private set; } = null!;

    public bool IsPending => TheCharge.Verdict == Verdict.Pending;

    public IEnumerable<Choice> Pleas => Enum.GetValues<Plea>().Select(p => new Choice(p.ToString(), texts[LawLabels.Of(p)]));

    public IEnumerable<Choice> Verdicts => Enum.GetValues<Verdict>().Select(v => new Choice(v.ToString(), texts[LawLabels.Of(v)]));

    public IEnumerable<Choice> Appeals => Enum.GetValues<Appeal>().Select(a => new Choice(a.ToString(), texts[LawLabels.Of(a)]));

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var found = await (
                from c in Db.Charges
                join o in Db.CaseOffences on c.CaseOffenceId equals o.Id
                join t in Db.Offences on o.OffenceCode equals t.Code
                where c.CaseId == Case.Id && c.Id == Charge
                select new { Charge = c, Offence = t })
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return NotFound();
        (TheCharge, Offence) = (found.Charge, found.Offence);
        return null;
    }

    public void OnGet() => Input = new InputModel { Plea = TheCharge.Plea, Verdict = TheCharge.Verdict, Appeal = TheCharge.Appeal };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Input.Verdict is { } verdict && verdict != Verdict.Pending && IsPending && Input.DecidedOn is null)
            ModelState.AddModelError("Input.DecidedOn", texts["Choose the day."]);
        if (!ModelState.IsValid)
            return Page();
        TheCharge.Pleads(Case, Input.Plea ?? TheCharge.Plea);
        // Left as it stands, nothing is decided now.
        if (Input.Verdict is { } decided && decided != TheCharge.Verdict)
            TheCharge.Decide(Case, decided, Input.DecidedOn ?? TheCharge.DecidedOn ?? default, Input.Sentenced(), PakistanTime.DayOf(clock.GetUtcNow()));
        TheCharge.IsAppealed(Case, Input.Appeal ?? TheCharge.Appeal);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/cases/{Case.Number}/law/charges");
    }

    public sealed class InputModel
    {
        public Plea? Plea { get; set; }

        public Verdict? Verdict { get; set; }

        public DateOnly? DecidedOn { get; set; }

        [Range(0, Domain.Law.Charge.MostYears)]
        public int? Years { get; set; }

        [Range(0, 11)]
        public int? Months { get; set; }

        public bool IsForLife { get; set; }

        [Range(0, Compensation.MostRupees)]
        public long? Fine { get; set; }

        public Appeal? Appeal { get; set; }

        /// <summary>What was typed of a sentence; null where nothing was.</summary>
        public Sentence? Sentenced() => Years is null && Months is null && !IsForLife && Fine is null ? null : new Sentence(Years, Months, IsForLife, Fine);
    }
}
