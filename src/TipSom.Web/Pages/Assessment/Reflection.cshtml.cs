using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Assessment;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Assessment;

/// <summary>The days in which the person recovers and owes no statement.</summary>
[RequirePermission(Permission.AssessPeople)]
public sealed class ReflectionModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : AssessmentPageModel(db, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public ReflectionPeriod? Latest { get; private set; }

    public IReadOnlyList<EarlierVersion> Earlier { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var versions = await Db.ReflectionPeriods.AsNoTracking().Where(p => p.VictimId == Person.Id).OrderByDescending(p => p.Version)
            .Take(MostVersions).ToListAsync(ct);
        Latest = versions.FirstOrDefault();
        Earlier = [.. versions.Select(p => new EarlierVersion(p.Written, texts["{0} to {1}", PortalTime.Day(p.StartsOn), PortalTime.Day(p.EndsOn)]))];
        return null;
    }

    public void OnGet() => Input = new InputModel { StartsOn = Latest?.StartsOn ?? Today, EndsOn = Latest?.EndsOn };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return Page();
        Db.Add(ReflectionPeriod.Record(Case, Person, Input.StartsOn!.Value, Input.EndsOn, new Versions(Input.Version, Latest?.Version ?? 0), Actor, Now));
        await Db.SaveChangesAsync(ct);
        return Saved("reflection");
    }

    public sealed class InputModel
    {
        public int Version { get; set; }

        [Required(ErrorMessage = "Enter the first day.")]
        public DateOnly? StartsOn { get; set; }

        public DateOnly? EndsOn { get; set; }
    }
}
