using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Web.Pages.Cases;

/// <summary>What is asked about every person, whether found first or added later. Rendered by _PersonQuestions.</summary>
public sealed class PersonInput : IAsksAge
{
    [Required(ErrorMessage = "Say whether the person is safe right now.")]
    public Safety? Safety { get; set; }

    [Required(ErrorMessage = "Choose the sex, or \"do not know\".")]
    public Sex? Sex { get; set; }

    [YearsOrUnknown(ErrorMessage = "Enter the age, or choose \"do not know\"."), Range(0, Domain.Victims.Age.Highest, ErrorMessage = "Enter an age from 0 to 120.")]
    public int? Years { get; set; }

    public bool IsAbout { get; set; }

    public bool IsUnknown { get; set; }

    public Age Age => IsUnknown ? Age.Unknown : new Age(Years, IsAbout && Years is not null);

    /// <summary>The person, once the answers were found valid.</summary>
    public PersonFacts Facts(IReadOnlyCollection<ServiceType> needs) => new(Safety!.Value, Sex!.Value, Age, needs);
}

/// <summary>Who it is, as far as it is known at once. Rendered by _WhoQuestion.</summary>
public class WhoInput
{
    [StringLength(IdentityDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? Name { get; set; }

    [StringLength(IdentityDetails.NumberMaxLength, ErrorMessage = "Write at most {1} characters.")]
    [ReadableIdentityNumber(ErrorMessage = "Enter 13 digits, for example 35202-1234567-1, or leave it empty.")]
    public string? IdNumber { get; set; }

    /// <summary>The number as it is kept; null when none was typed.</summary>
    public string? KeptIdNumber => ReadableIdentityNumberAttribute.TryRead(IdNumber, out var number) ? number : null;
}

/// <summary>A form that asks for an age.</summary>
public interface IAsksAge
{
    /// <summary>Whether the answer is that nobody knows it.</summary>
    bool IsUnknown { get; }
}

/// <summary>Needs an age in years, or the answer that it is not known; not both.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class YearsOrUnknownAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is null == ((IAsksAge)validationContext.ObjectInstance).IsUnknown ? ValidationResult.Success : this.Says(validationContext);
}

/// <summary>A CNIC, B-Form or passport number with hyphens, spaces and digits as people type them; or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadableIdentityNumberAttribute : ValidationAttribute
{
    public static bool TryRead(string? typed, out string number)
    {
        number = "";
        return typed is not null && IdentityNumber.TryNormalise(Digits.Fold(typed), out number);
    }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string typed || TryRead(typed, out _) ? ValidationResult.Success : this.Says(validationContext);
}

/// <summary>An FIR or diary number with digits as people type them; or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadableStationReferenceAttribute : ValidationAttribute
{
    public static string? Read(string? typed) => typed is null ? null : Digits.Fold(typed).Replace(" ", "", StringComparison.Ordinal);

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string typed || StationReference.IsValid(Read(typed)!) ? ValidationResult.Success : this.Says(validationContext);
}

internal static class Sentences
{
    // The framework translates the sentences of its own attributes only.
    public static ValidationResult Says(this ValidationAttribute attribute, ValidationContext context) =>
        new(context.GetRequiredService<IStringLocalizer<Ui>>()[attribute.ErrorMessage!], [context.MemberName!]);
}
