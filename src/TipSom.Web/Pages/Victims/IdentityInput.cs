using System.ComponentModel.DataAnnotations;
using TipSom.Domain;
using TipSom.Domain.Victims;
using TipSom.Web.Pages.Cases;

namespace TipSom.Web.Pages.Victims;

/// <summary>Who a person is, as the form asks it.</summary>
public sealed class IdentityInput : WhoInput
{
    private const int PapersOffered = 2;

    [StringLength(IdentityDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? NameInOtherScript { get; set; }

    [StringLength(IdentityDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? Nickname { get; set; }

    [StringLength(IdentityDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? FatherName { get; set; }

    [StringLength(IdentityDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? HusbandName { get; set; }

    [StringLength(IdentityDetails.NameMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? MotherName { get; set; }

    public DateOnly? BirthDate { get; set; }

    [RegularExpression(TypedPhone.Pattern, ErrorMessage = "Enter a telephone number, for example 0300-1234567, or leave it empty.")]
    public string? Phone { get; set; }

    [StringLength(IdentityDetails.AddressMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? Address { get; set; }

    public bool AddressIsConfidential { get; set; }

    public List<PaperInput> Papers { get; set; } = [];

    public bool PhotoAllowed { get; set; }

    /// <summary>Which state of the identity the form was opened on; none where nothing was kept.</summary>
    public long? Version { get; set; }

    public static IdentityInput Of(IdentityDetails kept, long version) => new()
    {
        Name = kept.Name,
        NameInOtherScript = kept.NameInOtherScript,
        Nickname = kept.Nickname,
        FatherName = kept.FatherName,
        HusbandName = kept.HusbandName,
        MotherName = kept.MotherName,
        IdNumber = kept.IdNumber is { } number ? IdentityNumber.Shown(number) : null,
        BirthDate = kept.BirthDate,
        Phone = kept.Phone,
        Address = kept.Address,
        PhotoAllowed = kept.PhotoAllowed,
        Papers = [.. (kept.Papers ?? []).Select(PaperInput.Of)],
        Version = version
    };

    /// <summary>Adds what lies in clear, and empty lines for further papers.</summary>
    public void Complete(Victim person)
    {
        AddressIsConfidential = person.AddressIsConfidential;
        Papers.AddRange(Enumerable.Range(0, Math.Max(1, PapersOffered - Papers.Count)).Select(_ => new PaperInput()));
    }

    /// <summary>What is kept, with the answers of this form in it.</summary>
    public IdentityDetails Changing(IdentityDetails kept)
    {
        var papers = Papers.Where(p => !p.IsEmpty).Select(p => p.Kept()).ToList();
        return kept with
        {
            Name = Name,
            NameInOtherScript = NameInOtherScript,
            Nickname = Nickname,
            FatherName = FatherName,
            HusbandName = HusbandName,
            MotherName = MotherName,
            // A provider is told one number: the one asked for first, or that of the first paper.
            IdNumber = KeptIdNumber ?? papers.Find(p => p.Number is not null)?.Number,
            BirthDate = BirthDate,
            Phone = TypedPhone.Read(Phone),
            Address = Address,
            PhotoAllowed = PhotoAllowed,
            Papers = papers.Count > 0 ? papers : null
        };
    }
}

/// <summary>One paper of identity, as the form asks it.</summary>
public sealed class PaperInput
{
    // The papers of Pakistan's registration authority, whose number has 13 digits.
    private static readonly string[] OfThirteenDigits = ["CNIC", "NICOP", "CRC_BFORM"];

    public string? KindCode { get; set; }

    [StringLength(IdentityDetails.NumberMaxLength, ErrorMessage = "Write at most {1} characters.")]
    public string? Number { get; set; }

    public string? CountryCode { get; set; }

    public bool IsHeldByTrafficker { get; set; }

    public bool WasSeen { get; set; }

    public bool IsEmpty => KindCode is null && Number is null && !IsHeldByTrafficker && !WasSeen;

    public bool IsReadable => Number is null || !OfThirteenDigits.Contains(KindCode) || ReadableIdentityNumberAttribute.TryRead(Number, out _);

    public static PaperInput Of(IdentityPaper kept) => new()
    {
        KindCode = kept.KindCode,
        Number = kept.Number is { } number ? IdentityNumber.Shown(number) : null,
        CountryCode = kept.CountryCode,
        IsHeldByTrafficker = kept.IsHeldByTrafficker,
        WasSeen = kept.WasSeen
    };

    public IdentityPaper Kept() => new(
        KindCode ?? "UNKNOWN",
        ReadableIdentityNumberAttribute.TryRead(Number, out var number) ? number : Number is null ? null : Digits.Fold(Number),
        CountryCode, IsHeldByTrafficker, WasSeen);
}

/// <summary>A telephone number with digits as people type them.</summary>
public static class TypedPhone
{
    public const string Pattern = @"^[0-9\u06F0-\u06F9\u0660-\u0669+() \-]{5,30}$";

    /// <summary>The number as it is kept: mobile numbers of Pakistan with +92, others as typed.</summary>
    public static string? Read(string? typed) => typed is null ? null : PhoneNumber.Normalise(Digits.Fold(typed));
}
