using System.ComponentModel.DataAnnotations;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Pages.Victims;

namespace TipSom.Web.Pages.Suspects;

/// <summary>What is known of a suspect, as the form asks it. Rendered by _SuspectQuestions.</summary>
public sealed class SuspectInput
{
    [StringLength(SuspectDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? Name { get; set; }

    [StringLength(SuspectDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? NameInOtherScript { get; set; }

    [StringLength(SuspectDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? FatherName { get; set; }

    [StringLength(SuspectDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? Aliases { get; set; }

    [StringLength(IdentityDetails.NumberMaxLength, ErrorMessage = "Write at most {1} characters.")]
    [ReadableIdentityNumber(ErrorMessage = "Enter 13 digits, for example 35202-1234567-1, or leave it empty.")]
    public string? IdNumber { get; set; }

    [RegularExpression(TypedPhone.Pattern, ErrorMessage = "Enter a telephone number, for example 0300-1234567, or leave it empty.")]
    public string? Phone { get; set; }

    [StringLength(SuspectDetails.TextMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? Address { get; set; }

    [StringLength(SuspectDetails.TextMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? Description { get; set; }

    [Required(ErrorMessage = "Choose the sex, or \"do not know\".")]
    public Sex? Sex { get; set; }

    [Range(0, Age.Highest, ErrorMessage = "Enter an age from 0 to 120.")]
    public int? Years { get; set; }

    public bool IsAbout { get; set; }

    public string? CitizenshipCode { get; set; }

    public List<string> RoleCodes { get; set; } = [];

    public bool? InOrganisedGroup { get; set; }

    [StringLength(SuspectDetails.TextMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? GroupNote { get; set; }

    public SuspectStatus Status { get; set; }

    /// <summary>Which state of the suspect the form was opened on; none where it is new.</summary>
    public long? Version { get; set; }

    public SuspectFacts Facts() => new(
        Sex!.Value, new Age(Years, IsAbout && Years is not null), CitizenshipCode, RoleCodes, InOrganisedGroup, Status);

    public SuspectDetails Details() => new(
        Name, NameInOtherScript, FatherName, Aliases, ReadableIdentityNumberAttribute.TryRead(IdNumber, out var number) ? number : null,
        TypedPhone.Read(Phone), Address, Description, GroupNote);

    public static SuspectInput Of(Suspect suspect, SuspectDetails details) => new()
    {
        Name = details.Name,
        NameInOtherScript = details.NameInOtherScript,
        FatherName = details.FatherName,
        Aliases = details.Aliases,
        IdNumber = details.IdNumber is { } number ? IdentityNumber.Shown(number) : null,
        Phone = details.Phone,
        Address = details.Address,
        Description = details.Description,
        GroupNote = details.GroupNote,
        Sex = suspect.Sex,
        Years = suspect.Age.Years,
        IsAbout = suspect.Age.IsApproximate,
        CitizenshipCode = suspect.CitizenshipCode,
        RoleCodes = [.. suspect.RoleCodes],
        InOrganisedGroup = suspect.InOrganisedGroup,
        Status = suspect.Status,
        Version = suspect.UpdatedAt.UtcTicks
    };
}

/// <summary>What _SuspectQuestions shows beside the answers: the lists.</summary>
public interface IAsksAboutSuspect
{
    IEnumerable<TagHelpers.Choice> Countries { get; }

    IEnumerable<TagHelpers.Choice> Roles { get; }

    SuspectInput Input { get; }
}
