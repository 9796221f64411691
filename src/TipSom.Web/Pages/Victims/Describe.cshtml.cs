using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Victims;

/// <summary>Age and what it rests on, sex, citizenship and languages: what rules and figures need and nobody is named by.</summary>
[RequirePermission(Permission.LogCases)]
public sealed class DescribeModel(TipSomDbContext db, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts) : VictimPageModel(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IEnumerable<Choice> Countries { get; private set; } = [];

    public IEnumerable<Choice> Languages { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        var codes = await Db.CodeChoicesAsync(ct, CodeChoices.Countries, CodeChoices.Languages);
        (Countries, Languages) = (codes[CodeChoices.Countries], codes[CodeChoices.Languages]);
        return null;
    }

    public void OnGet() => Input = InputModel.Of(Person);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Countries.Offer(Input.CitizenshipCode))
            ModelState.AddModelError("Input.CitizenshipCode", texts["Choose one of the answers."]);
        if (!Languages.Offer([Input.LanguageCode, .. Input.OtherLanguageCodes]))
            ModelState.AddModelError("Input.LanguageCode", texts["Choose one of the answers."]);
        if (!ModelState.IsValid)
            return Page();
        Case.MustBeOpen();
        Person.Describe(Input.Description());
        Case.Record(CaseEventKind.PersonDescribed, user.Actor, clock.GetUtcNow(), Person.Position);
        await Db.SaveChangesAsync(ct);
        return ToPerson(PersonNotice.Described);
    }

    public sealed class InputModel : IAsksAge
    {
        [Required(ErrorMessage = "Choose the sex, or \"do not know\".")]
        public Sex? Sex { get; set; }

        public Sex? SexOnDocument { get; set; }

        [YearsOrUnknown(ErrorMessage = "Enter the age, or choose \"do not know\"."), Range(0, Age.Highest, ErrorMessage = "Enter an age from 0 to 120.")]
        public int? Years { get; set; }

        public bool IsAbout { get; set; }

        public bool IsUnknown { get; set; }

        public AgeBasis? AgeBasis { get; set; }

        [Range(0, Age.Highest, ErrorMessage = "Enter an age from 0 to 120.")]
        public int? AgeWhenExploited { get; set; }

        public string? CitizenshipCode { get; set; }

        public string? LanguageCode { get; set; }

        public List<string> OtherLanguageCodes { get; set; } = [];

        public bool? NeedsInterpreter { get; set; }

        public static InputModel Of(Victim person) => new()
        {
            Sex = person.Sex,
            SexOnDocument = person.SexOnDocument,
            Years = person.Age.Years,
            IsAbout = person.Age.IsApproximate,
            IsUnknown = person.Age.Years is null,
            AgeBasis = person.AgeBasis,
            AgeWhenExploited = person.AgeWhenExploited,
            CitizenshipCode = person.CitizenshipCode,
            LanguageCode = person.LanguageCode,
            OtherLanguageCodes = [.. person.OtherLanguageCodes],
            NeedsInterpreter = person.NeedsInterpreter
        };

        public PersonDescription Description() => new(
            Sex!.Value, IsUnknown ? Age.Unknown : new Age(Years, IsAbout), AgeBasis, AgeWhenExploited, SexOnDocument, CitizenshipCode,
            LanguageCode, OtherLanguageCodes, NeedsInterpreter);
    }
}
