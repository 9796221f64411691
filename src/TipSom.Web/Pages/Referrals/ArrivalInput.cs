using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Referrals;

namespace TipSom.Web.Pages.Referrals;

/// <summary>When the person can come, in the words of the form.</summary>
public enum ArrivalDay
{
    Now,
    Today,
    Tomorrow,
    Other
}

/// <summary>What accepting asks: when, who meets, where.</summary>
public sealed class ArrivalInput
{
    public const int NameMaxLength = 80;
    public const int PhoneMaxLength = 25;
    public const int DirectionsMaxLength = 300;

    /// <summary>"Now" leaves the time to drive.</summary>
    public static readonly TimeSpan NowMeans = TimeSpan.FromHours(1);

    [Required(ErrorMessage = "Choose when the person can come.")]
    public ArrivalDay? When { get; set; }

    public DateOnly? Day { get; set; }

    public TimeOnly? Time { get; set; }

    [Required(ErrorMessage = "Write who meets the person."), StringLength(NameMaxLength)]
    public string? MeetsWho { get; set; }

    [Required(ErrorMessage = "Write a telephone number to reach who meets the person."), StringLength(PhoneMaxLength)]
    public string? Phone { get; set; }

    [Required(ErrorMessage = "Choose where you meet.")]
    public ArrivalPlace? Place { get; set; }

    [StringLength(DirectionsMaxLength)]
    public string? Directions { get; set; }

    /// <summary>The moment meant, in Pakistan's time; null, with a sentence at the field, where none can be read from the answers.</summary>
    public DateTimeOffset? Arrival(DateTimeOffset now, IStringLocalizer<Ui> texts, ModelStateDictionary state)
    {
        if (When is null)
            return null;
        if (When == ArrivalDay.Now)
            return now + NowMeans;
        var today = PakistanTime.DayOf(now);
        var day = When switch
        {
            ArrivalDay.Today => today,
            ArrivalDay.Tomorrow => today.AddDays(1),
            _ => Day
        };
        if (day is null && !HasError(state, nameof(Day)))
            Add(state, nameof(Day), texts["Choose the day."]);
        if (day < today)
            Add(state, nameof(Day), texts["This day has passed. Choose a day to come."]);
        if (Time is null && !HasError(state, nameof(Time)))
            Add(state, nameof(Time), texts["Write the time, like 21:30."]);
        if (day is not { } date || date < today || Time is not { } time)
            return null;
        var local = date.ToDateTime(time);
        var arrival = new DateTimeOffset(local, PakistanTime.Zone.GetUtcOffset(local)).ToUniversalTime();
        if (arrival >= now)
            return arrival;
        Add(state, nameof(Time), texts["This time has passed. Choose a time to come."]);
        return null;
    }

    /// <summary>The number with ASCII digits; null, with a sentence at the field, where it is none.</summary>
    public string? ReadablePhone(IStringLocalizer<Ui> texts, ModelStateDictionary state)
    {
        if (Phone is null)
            return null;
        var phone = Digits.Fold(Phone);
        if (phone.Count(char.IsAsciiDigit) is >= 3 and <= 15 && phone.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ' or '(' or ')'))
            return phone;
        Add(state, nameof(Phone), texts["Write a telephone number, like 0300-1234567."]);
        return null;
    }

    /// <summary>Asks for directions where nobody could guess the place.</summary>
    public void DemandDirections(IStringLocalizer<Ui> texts, ModelStateDictionary state)
    {
        if (Place == ArrivalPlace.MeetingPoint && Directions is null)
            Add(state, nameof(Directions), texts["Write where the meeting point is."]);
    }

    private static bool HasError(ModelStateDictionary state, string field) =>
        state.TryGetValue($"{nameof(AcceptModel.Input)}.{field}", out var entry) && entry.Errors.Count > 0;

    private static void Add(ModelStateDictionary state, string field, string sentence) =>
        state.AddModelError($"{nameof(AcceptModel.Input)}.{field}", sentence);
}
