using TipSom.Domain.Identity;

namespace TipSom.Journeys.Walk;

public static partial class Visits
{
    private static IEnumerable<Visit> Figures() =>
    [
        new("/statistics", Role.NationalCoordinator, _ => "/statistics"),
        new("/statistics", Role.Analyst, _ => "/statistics?year=2020"),
        new("/statistics", Role.Supervisor, _ => "/statistics", IsSenior: true),
        new("/statistics/by/{dimension}", Role.Analyst, _ => "/statistics/by/form"),
        new("/statistics/by/{dimension}", Role.Supervisor, _ => "/statistics/by/answered", IsSenior: true),
        new("/statistics/list", Role.Supervisor, _ => "/statistics/list", IsSenior: true),
        new("/statistics/list", Role.Supervisor, _ => "/statistics/list?of=Referrals", IsSenior: true),
        new("/statistics/list", Role.Supervisor, _ => "/statistics/list?of=Acts&cell=Investigations/Ptpa-Unspecified", IsSenior: true),
        new("/statistics/list", Role.NationalCoordinator, _ => "/statistics/list?group=Women"),
        new("/statistics/definitions", Role.Analyst, _ => "/statistics/definitions"),
        new("/statistics/reports/annual", Role.Analyst, _ => "/statistics/reports/annual", Asks.OnlyAPress),
        new("/statistics/reports/annual", Role.Supervisor, _ => "/statistics/reports/annual?year=2020", Asks.OnlyAPress, IsSenior: true),
        new("/statistics/reports/district", Role.NationalCoordinator, _ => "/statistics/reports/district"),
        new("/statistics/reports/district", Role.Supervisor, _ => "/statistics/reports/district?district=PB-LAHORE", Asks.OnlyAPress, IsSenior: true),
        new("/statistics/published", Role.Analyst, _ => "/statistics/published"),
        new("/statistics/published/new", Role.NationalAdministrator, _ => "/statistics/published/new", Asks.Answers),
        new("/statistics/published/{id:guid}/withdraw", Role.NationalAdministrator, s => $"/statistics/published/{s.Published}/withdraw", Asks.Answers),
        new("/returns", Role.Supervisor, _ => "/returns", IsSenior: true),
        new("/returns", Role.Analyst, _ => "/returns?year=2026"),
        new("/returns/new", Role.Supervisor, _ => "/returns/new", Asks.OnlyAPress, IsSenior: true),
        new("/returns/new", Role.Officer, _ => "/returns/new", Asks.OnlyAPress),
        new("/returns/upload", Role.Supervisor, _ => "/returns/upload", Asks.Answers, IsSenior: true),
        new("/returns/{number}", Role.Supervisor, s => $"/returns/{s.DraftReturn}", IsSenior: true),
        new("/returns/{number}", Role.NationalCoordinator, s => $"/returns/{s.SignedReturn}"),
        new("/returns/{number}/edit", Role.Supervisor, s => $"/returns/{s.DraftReturn}/edit", Asks.OnlyAPress, IsSenior: true),
        new("/returns/{number}/sign-off", Role.Supervisor, s => $"/returns/{s.DraftReturn}/sign-off", Asks.OnlyAPress, IsSenior: true),
        new("/returns/{number}/correct", Role.Supervisor, s => $"/returns/{s.SignedReturn}/correct", Asks.Answers, IsSenior: true),
        new("/returns/missing", Role.NationalCoordinator, _ => "/returns/missing", Asks.OnlyAPress),
        new("/returns/duties", Role.NationalCoordinator, _ => "/returns/duties", Asks.Answers),
        new("/releases", Role.NationalAdministrator, _ => "/releases", Asks.Answers),
        new("/releases/{number}", Role.NationalAdministrator, s => $"/releases/{s.DraftRelease}"),
        new("/releases/{number}/sign-off", Role.NationalAdministrator, s => $"/releases/{s.DraftRelease}/sign-off", Asks.OnlyAPress),
        new("/figures", Role.Officer, _ => "/figures"),
        new("/figures/method", Role.Officer, _ => "/figures/method"),
        new("/figures/{number}", Role.Officer, s => $"/figures/{s.SignedRelease}"),
        new("/statistics/exports", Role.Analyst, _ => "/statistics/exports", Asks.Answers),
        new("/statistics/exports/mapping", Role.Analyst, _ => "/statistics/exports/mapping"),
        new("/statistics/exports/template", Role.Analyst, _ => "/statistics/exports/template"),
        new("/statistics/exports/template", Role.NationalAdministrator, _ => "/statistics/exports/template", Asks.OnlyAPress),
        new("/downloads", Role.Supervisor, _ => "/downloads", IsSenior: true),
        new("/downloads/{number}", Role.Supervisor, s => $"/downloads/{s.Download}", IsSenior: true),
        new("/downloads/{number}", Role.Supervisor, s => $"/downloads/{s.ReadyDownload}", Asks.OnlyAPress, IsSenior: true),
        new("/downloads/{number}/cancel", Role.Supervisor, s => $"/downloads/{s.Download}/cancel", Asks.OnlyAPress, IsSenior: true),
        new("/downloads/{number}/fetch", Role.Supervisor, s => $"/downloads/{s.ReadyDownload}/fetch", Asks.OnlyAPress, IsSenior: true)
    ];
}
