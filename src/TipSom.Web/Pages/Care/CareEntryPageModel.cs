using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain.Care;
using TipSom.Domain.Services;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Referrals;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Care;

/// <summary>A page that holds the line on which care is recorded.</summary>
public abstract class CareEntryPageModel(TipSomDbContext db, IStringLocalizer<Ui> texts) : ReferralPageModel(db)
{
    [BindProperty]
    public CareInput Input { get; set; } = new();

    public IEnumerable<Choice> Services => Enum.GetValues<ServiceType>().Select(s => new Choice(s.ToString(), texts[Labels.Of(s)]));

    public IEnumerable<Choice> Readers => Enum.GetValues<CareVisibility>().Select(v => new Choice(v.ToString(), texts[CareLabels.Of(v)]));
}

/// <summary>What recording care asks.</summary>
public sealed class CareInput
{
    [Required(ErrorMessage = "Choose the day.")]
    public DateOnly? Day { get; set; }

    [Required(ErrorMessage = "Choose what was given.")]
    public ServiceType? Service { get; set; }

    [Range(typeof(decimal), "0.1", "24", ParseLimitsInInvariantCulture = true, ErrorMessage = "Write hours from 0.1 to 24.")]
    public decimal? Hours { get; set; }

    [Range(1, CareEntry.MostTimes, ErrorMessage = "Write a number from 1 to 99.")]
    public int? Times { get; set; }

    /// <summary>What nobody decided stays with the provider.</summary>
    public CareVisibility Visibility { get; set; } = CareVisibility.OnlyUs;

    [StringLength(CareEntry.NoteMaxLength)]
    public string? Note { get; set; }

    /// <summary>The entry this one puts right.</summary>
    public Guid? Corrects { get; set; }
}
