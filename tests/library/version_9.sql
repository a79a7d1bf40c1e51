BEGIN TRANSACTION;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "about" VALUES('commit','[7, "f45c06d847658c7f"]');
INSERT INTO "about" VALUES('id','4d1c47c7-1b56-400d-8bcd-5ac7b7573a8c');
CREATE TABLE article (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            fingerprint TEXT NOT NULL UNIQUE,
            headline TEXT NOT NULL, standfirst TEXT NOT NULL, byline TEXT NOT NULL, dateline TEXT NOT NULL,
            outlet TEXT NOT NULL, published TEXT NOT NULL, language TEXT NOT NULL,
            url TEXT NOT NULL, path TEXT NOT NULL,
            added TEXT NOT NULL,
            words INTEGER NOT NULL,
            story INTEGER REFERENCES story (id) ON DELETE SET NULL,
            binned TEXT
        , starred INTEGER NOT NULL DEFAULT 0, seen INTEGER NOT NULL DEFAULT 0, updated TEXT NOT NULL DEFAULT '', provenance TEXT NOT NULL DEFAULT '{}', notices TEXT NOT NULL DEFAULT '[]');
INSERT INTO "article" VALUES(1,'4e344fc31d80','4e344fc31d80513ef603b475d1dcb992beabc32a741400d60485fff3355377af','Tunnel floods','','','','Pass Post','','en','https://post.example/tunnel','','2026-11-30T11:19:35.515+00:00',38,1,NULL,0,0,'','{}','[]');
INSERT INTO "article" VALUES(2,'04691c1c2acc','04691c1c2acc28628361dc0dd92255fda218731be16dd17791caac2cd3da2f32','','','','','Valley Radio','','en','','','2026-11-30T11:19:35.519+00:00',39,1,NULL,0,0,'','{}','[]');
CREATE TABLE body (
            number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
            text BLOB NOT NULL,
            boilerplate TEXT NOT NULL
        );
INSERT INTO "body" VALUES(1,X'4865617679207261696E20636C6F736564207468652074756E6E656C20756E646572207468652053656C6D2070617373206F6E204D6F6E646179206E696768742C20616E642034302063617273207765726520746F776564206F7574206279206D6F726E696E672E0A0AE2809C4E6F626F64792073686F756C6420686176652064726976656E20696E2074686572652CE2809D20736169642074686520726F6164206D61737465722C204F6C6C612052656E6E2E205468652074756E6E656C207374617973207368757420756E74696C2054687572736461792E','[]');
INSERT INTO "body" VALUES(2,X'5468652074756E6E656C20756E646572207468652053656C6D20706173732077617320636C6F736564206279206865617679207261696E206F6E204D6F6E646179206E696768743B2061626F757420363020636172732068616420746F20626520746F776564206F75742E0A0A526F6164206D6173746572204F6C6C612052656E6E20736169642074686174206E6F626F64792073686F756C6420686176652064726976656E20696E2E2049742077696C6C206265207368757420756E74696C2054687572736461792E','[]');
CREATE TABLE comparison (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL, articles TEXT NOT NULL, options TEXT NOT NULL, note TEXT NOT NULL, saved TEXT NOT NULL
        );
INSERT INTO "comparison" VALUES(1,'Tunnel','["04691c1c2acc", "4e344fc31d80"]','{}','night desk','2026-11-30T11:19:35.535+00:00');
CREATE TABLE decision (
            subject TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, decided TEXT NOT NULL,
            mentions TEXT NOT NULL, compared TEXT NOT NULL
        ) WITHOUT ROWID;
INSERT INTO "decision" VALUES('figures:2f6fed9cb995246eab0e99a3','confirmed','counted twice','Ask the police.','2026-11-30T11:19:35.523+00:00','[["04691c1c2acc28628361dc0dd92255fda218731be16dd17791caac2cd3da2f32","","Valley Radio","",73,81,"about 60","vy rain on Monday night;","cars had to be towed out"],["4e344fc31d80513ef603b475d1dcb992beabc32a741400d60485fff3355377af","https://post.example/tunnel","Pass Post","Tunnel floods",70,72,"40","ass on Monday night, and","cars were towed out by m"]]','');
INSERT INTO "decision" VALUES('passage:ff8a82ce0a63e81fa702e1d1','noted','','Which Thursday?','2026-11-30T11:19:35.527+00:00','[["04691c1c2acc28628361dc0dd92255fda218731be16dd17791caac2cd3da2f32","","Valley Radio","",171,201,"It will be shut until Thursday","y should have driven in.","."],["4e344fc31d80513ef603b475d1dcb992beabc32a741400d60485fff3355377af","https://post.example/tunnel","Pass Post","Tunnel floods",177,213,"The tunnel stays shut until Thursday"," road master, Olla Renn.","."]]','');
CREATE TABLE edit (
            article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            field TEXT NOT NULL,
            received TEXT NOT NULL,
            PRIMARY KEY (article, field)
        ) WITHOUT ROWID;
CREATE TABLE grouping (
            subject TEXT NOT NULL PRIMARY KEY,
            mentions TEXT NOT NULL, compared TEXT NOT NULL, made TEXT NOT NULL
        ) WITHOUT ROWID;
INSERT INTO "grouping" VALUES('row:2f6fed9cb995246eab0e99a3','[["04691c1c2acc28628361dc0dd92255fda218731be16dd17791caac2cd3da2f32","","Valley Radio","",73,81,"about 60","vy rain on Monday night;","cars had to be towed out"],["4e344fc31d80513ef603b475d1dcb992beabc32a741400d60485fff3355377af","https://post.example/tunnel","Pass Post","Tunnel floods",70,72,"40","ass on Monday night, and","cars were towed out by m"]]','[]','2026-11-30T11:19:35.531+00:00');
CREATE TABLE mark (seq INTEGER PRIMARY KEY, token TEXT NOT NULL);
INSERT INTO "mark" VALUES(1,'1665FCD7FDFD1BCC');
INSERT INTO "mark" VALUES(2,'0055BBD385C30FA2');
CREATE TABLE opened (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            articles TEXT NOT NULL UNIQUE ON CONFLICT REPLACE, opened TEXT NOT NULL
        );
CREATE TABLE outbox (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            article_id TEXT NOT NULL UNIQUE ON CONFLICT REPLACE,
            kind TEXT NOT NULL CHECK (kind IN ('add', 'update', 'remove'))
        );
INSERT INTO "outbox" VALUES(1,'4e344fc31d80','add');
INSERT INTO "outbox" VALUES(2,'04691c1c2acc','add');
CREATE TABLE row_sum (
            name TEXT NOT NULL, key TEXT NOT NULL, total INTEGER NOT NULL, PRIMARY KEY (name, key)
        ) WITHOUT ROWID;
INSERT INTO "row_sum" VALUES('article','1',-480516424793044104);
INSERT INTO "row_sum" VALUES('article','2',7821217916245985678);
INSERT INTO "row_sum" VALUES('body','1',720420656116837155);
INSERT INTO "row_sum" VALUES('body','2',7337473091315216140);
INSERT INTO "row_sum" VALUES('comparison','1',3603463291548773425);
INSERT INTO "row_sum" VALUES('decision','''figures:2f6fed9cb995246eab0e99a3''',-5806785857727484698);
INSERT INTO "row_sum" VALUES('decision','''passage:ff8a82ce0a63e81fa702e1d1''',1636092072281774140);
INSERT INTO "row_sum" VALUES('grouping','''row:2f6fed9cb995246eab0e99a3''',-4468837975572451881);
INSERT INTO "row_sum" VALUES('mark','1',8666293923907539961);
INSERT INTO "row_sum" VALUES('mark','2',8025743160048642521);
INSERT INTO "row_sum" VALUES('outbox','1',177671253580949409);
INSERT INTO "row_sum" VALUES('outbox','2',4067220086448297214);
INSERT INTO "row_sum" VALUES('story','1',4178153992623935118);
CREATE TABLE search (
            name TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
            query TEXT NOT NULL, filters TEXT NOT NULL, saved TEXT NOT NULL
        ) WITHOUT ROWID;
CREATE TABLE searched (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            query TEXT NOT NULL UNIQUE ON CONFLICT REPLACE
        , filters TEXT NOT NULL DEFAULT '{}');
CREATE TABLE story (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
INSERT INTO "story" VALUES(1,'The Selm pass');
CREATE TABLE tag (
            article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
            tag TEXT NOT NULL COLLATE NOCASE,
            PRIMARY KEY (article, tag)
        ) WITHOUT ROWID;
CREATE INDEX article_story ON article (story, binned, added);
CREATE INDEX article_added ON article (binned, added);
CREATE INDEX article_url ON article (url) WHERE url <> '';
CREATE INDEX tag_article ON tag (tag, article);
CREATE INDEX article_published ON article (binned, published);
CREATE INDEX article_headline ON article (binned, headline COLLATE NOCASE);
CREATE INDEX article_outlet ON article (binned, outlet COLLATE NOCASE, published DESC);
CREATE INDEX article_words ON article (binned, words DESC);
CREATE INDEX article_unseen ON article (added) WHERE seen = 0 AND binned IS NULL;
CREATE INDEX article_starred ON article (added) WHERE starred = 1 AND binned IS NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('story',1);
INSERT INTO "sqlite_sequence" VALUES('outbox',2);
INSERT INTO "sqlite_sequence" VALUES('comparison',1);
COMMIT;
PRAGMA application_id = 1347180626;
PRAGMA user_version = 9;
