using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TipSom.Data.Agencies;
using TipSom.Data.Care;
using TipSom.Data.Cases;
using TipSom.Data.Documents;
using TipSom.Data.Drafts;
using TipSom.Data.Encryption;
using TipSom.Data.Finding;
using TipSom.Data.History;
using TipSom.Data.Identity;
using TipSom.Data.Imports;
using TipSom.Data.Law;
using TipSom.Data.Referrals;
using TipSom.Data.Reporting;
using TipSom.Data.Retention;
using TipSom.Data.RowSecurity;
using TipSom.Data.Telling;
using TipSom.Domain.Names;

namespace TipSom.Data;

/// <summary>Registers the database and what guards it.</summary>
public static class DataServices
{
    /// <summary>Adds the context, its signed session and the ciphers.</summary>
    public static IServiceCollection AddTipSomData(this IServiceCollection services, string connectionString, AccessContext context, MasterKeys keys)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false };
        // With this switch a pooled connection would carry one person's session to the next.
        if (settings.NoResetOnClose)
            throw new InvalidOperationException("ConnectionStrings:TipSom must not say 'No Reset On Close'.");
        // What was given; ContainsKey answers whether there is such a setting.
        var given = settings.Keys.ToHashSet();
        if (!given.Contains("Timeout"))
            settings.Timeout = 5;
        if (!given.Contains("Command Timeout"))
            settings.CommandTimeout = 10;
        if (!given.Contains("Maximum Pool Size"))
            settings.MaxPoolSize = 30;

        services.AddSingleton(context);
        services.AddSingleton(keys);
        services.AddSingleton<RecordCipher>();
        services.AddSingleton<PurposeKeys>();
        services.AddSingleton<IdentityHashes>();
        services.AddSingleton<KeyUses>();
        services.AddSingleton<ArrivalCodes>();
        services.AddSingleton<DraftKeys>();
        services.AddSingleton(_ => NpgsqlDataSource.Create(settings));
        services.AddSingleton<ProgramDatabase>();
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentityVersion.Number);
        services.AddSingleton<SessionStore>();
        services.AddSingleton<AuditNotes>();
        services.AddSingleton<Factors>();
        services.AddSingleton<GuessKeys>();
        services.AddSingleton<GuessGuard>();
        services.AddSingleton<KnownPlaces>();
        services.AddSingleton<EndedSignIns>();
        services.AddScoped<AccountCodes>();
        services.AddScoped<KeptAccounts>();
        services.AddScoped<KeptAgencies>();
        services.AddScoped<KeptUnits>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Clocks>();
        services.AddSingleton<ImportRegister>();
        services.AddSingleton<DownloadQueue>();
        services.AddSingleton<ScanQueue>();
        services.AddSingleton<PersonIndex>();
        services.AddSingleton<SearchKeys>();
        services.AddSingleton<IndexKeeper>();
        services.AddScoped<Finder>();
        services.AddSingleton<ExpiredDrafts>();
        services.AddSingleton<RetentionWork>();
        services.AddScoped<DraftStore>();
        services.AddScoped<LogCase>();
        services.AddScoped<CaseSharing>();
        services.AddScoped<CaseFiles>();
        services.AddScoped<SendReferral>();
        services.AddScoped<AcceptReferral>();
        services.AddScoped<ReferralMessages>();
        services.AddScoped<CareLog>();
        services.AddScoped<CarePlan>();
        services.AddScoped<FollowUps>();
        services.AddScoped<LegalSteps>();
        services.AddScoped<SessionUser>();
        services.AddScoped<SessionContextInterceptor>();
        services.AddScoped<CaseHistoryInterceptor>();
        services.AddScoped<IdentityHashInterceptor>();
        services.AddDbContext<TipSomDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(
                provider.GetRequiredService<SessionContextInterceptor>(), provider.GetRequiredService<CaseHistoryInterceptor>(),
                provider.GetRequiredService<IdentityHashInterceptor>())
            .ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning)));
        return services;
    }
}
