using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Data.Identity;
using TipSom.Domain.Assessment;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class IndicatorMapping : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators", "reference");
        builder.HasKey(i => i.Code);
    }
}

internal sealed class IndicatorScreeningMapping : IEntityTypeConfiguration<IndicatorScreening>
{
    public void Configure(EntityTypeBuilder<IndicatorScreening> builder)
    {
        builder.ToVersions("indicator_screenings", s => new { s.VictimId, s.CaseId }, s => new { s.VictimId, s.Version }, s => s.CaseId, s => s.Written);
        builder.Ignore(s => s.Answers).Ignore(s => s.Present).Ignore(s => s.Absent).Ignore(s => s.Unknown);
        foreach (var answer in (string[])["present", "absent", "unknown"])
            builder.PrimitiveCollection<List<string>>(answer);
    }
}

internal sealed class ExploitationRecordMapping : IEntityTypeConfiguration<ExploitationRecord>
{
    public void Configure(EntityTypeBuilder<ExploitationRecord> builder)
    {
        builder.ToVersions("exploitation_records", r => new { r.VictimId, r.CaseId }, r => new { r.VictimId, r.Version }, r => r.CaseId, r => r.Written);
        builder.Ignore(r => r.Acts).Ignore(r => r.Means).Ignore(r => r.Controls).Ignore(r => r.Types).Ignore(r => r.BeggingForms)
            .Ignore(r => r.SexualForms).Ignore(r => r.Recruitments);
        builder.PrimitiveCollection<List<TraffickingAct>>("acts");
        builder.PrimitiveCollection<List<LegalMeans>>("means");
        foreach (var codes in (string[])["controls", "types", "beggingForms", "sexualForms", "recruitments"])
            builder.PrimitiveCollection<List<string>>(codes);
    }
}

internal sealed class RoutePlaceMapping : IEntityTypeConfiguration<RoutePlace>
{
    public void Configure(EntityTypeBuilder<RoutePlace> builder)
    {
        builder.ToTable("route_places", TipSomDbContext.Casework, t =>
        {
            t.HasCheckConstraint("ck_route_places_country_code", "country_code ~ '^[A-Z]{2}$'");
            t.HasCheckConstraint("ck_route_places_district_in_pakistan", $"district_code is null or country_code = '{RoutePlace.Pakistan}'");
            t.HasCheckConstraint("ck_route_places_year_or_day", "year is null or day is null");
            t.HasCheckConstraint("ck_route_places_removed_whole", "(removed_at is null) = (removed_by_id is null)");
        });
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.ComplexProperty(p => p.Written);
        builder.HasOne<Victim>().WithMany().HasForeignKey(p => new { p.VictimId, p.CaseId })
            .HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Domain.Agencies.District>().WithMany().HasForeignKey(p => p.DistrictCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.RemovedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.CaseId);
    }
}

internal sealed class VulnerabilityRecordMapping : IEntityTypeConfiguration<VulnerabilityRecord>
{
    public void Configure(EntityTypeBuilder<VulnerabilityRecord> builder)
    {
        builder.ToVersions("vulnerability_records", r => new { r.VictimId, r.CaseId }, r => new { r.VictimId, r.Version }, r => r.CaseId, r => r.Written);
        builder.Ignore(r => r.Answers).Ignore(r => r.Risks).Ignore(r => r.Protections).Ignore(r => r.Absent);
        foreach (var answer in (string[])["risks", "protections", "absent"])
            builder.PrimitiveCollection<List<string>>(answer);
    }
}

internal sealed class RiskAssessmentMapping : IEntityTypeConfiguration<RiskAssessment>
{
    public void Configure(EntityTypeBuilder<RiskAssessment> builder)
    {
        builder.ToVersions("risk_assessments", r => new { r.VictimId, r.CaseId }, r => new { r.VictimId, r.Version }, r => r.CaseId, r => r.Written, t =>
        {
            t.HasCheckConstraint("ck_risk_assessments_judged", "level <> 'NotAssessed'");
            t.HasCheckConstraint("ck_risk_assessments_review_set", "level = 'Low' or review_on is not null");
            t.HasCheckConstraint("ck_risk_assessments_transport_said", "level <> 'High' or transport is not null");
        });
        builder.Ignore(r => r.Reasons);
        builder.PrimitiveCollection<List<RiskReason>>("reasons");
    }
}

internal sealed class ReflectionPeriodMapping : IEntityTypeConfiguration<ReflectionPeriod>
{
    public void Configure(EntityTypeBuilder<ReflectionPeriod> builder)
    {
        builder.ToVersions("reflection_periods", p => new { p.VictimId, p.CaseId }, p => new { p.VictimId, p.Version }, p => p.CaseId, p => p.Written, t =>
            t.HasCheckConstraint("ck_reflection_periods_in_order", "starts_on <= ends_on"));
        builder.Ignore(p => p.Days);
    }
}

internal sealed class ProviderNotesMapping : IEntityTypeConfiguration<ProviderNotes>
{
    public void Configure(EntityTypeBuilder<ProviderNotes> builder) =>
        builder.ToVersions("provider_notes", n => new { n.VictimId, n.CaseId }, n => new { n.VictimId, n.Version }, n => n.CaseId, n => n.Written);
}

internal sealed class NeedChangeMapping : IEntityTypeConfiguration<NeedChange>
{
    public void Configure(EntityTypeBuilder<NeedChange> builder)
    {
        builder.ToTable("need_changes", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_need_changes_ended_whole", "(kind = 'Ended') = (ending is not null)"));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.ComplexProperty(c => c.Written);
        builder.HasOne<Need>().WithMany().HasForeignKey(c => new { c.NeedId, c.VictimId, c.CaseId })
            .HasPrincipalKey(n => new { n.Id, n.VictimId, n.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.CaseId);
        builder.HasIndex(c => c.VictimId);
    }
}

/// <summary>A table whose rows are the versions of one record about a person.</summary>
public static class VersionsMapping
{
    /// <summary>How the name of the key of versions begins: two who write at once run into it.</summary>
    public const string KeyPrefix = "ux_version_";

    internal static void ToVersions<T>(
        this EntityTypeBuilder<T> builder, string table, Expression<Func<T, object?>> person, Expression<Func<T, object?>> version,
        Expression<Func<T, object?>> @case, Expression<Func<T, Writing?>> written, Action<TableBuilder<T>>? checks = null)
        where T : class
    {
        builder.ToTable(table, TipSomDbContext.Casework, t => checks?.Invoke(t));
        builder.Property<Guid>("Id").ValueGeneratedNever();
        builder.ComplexProperty(written);
        builder.HasOne<Victim>().WithMany().HasForeignKey(person!).HasPrincipalKey(v => new { v.Id, v.CaseId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(version).HasDatabaseName($"{KeyPrefix}{table}").IsUnique();
        builder.HasIndex(@case);
    }
}
